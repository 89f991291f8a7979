package com.harena.allinone.pulumi.testing;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout's own blueprint, of which the reviewed template is made, as it is or changed. */
public final class Sample {
  private Sample() {}

  /** The blueprint. */
  public static Blueprint blueprint() {
    return BlueprintLoader.parse("sample", text());
  }

  /** The blueprint with one text instead of another. */
  public static Blueprint blueprint(String text, String instead) {
    if (!text().contains(text)) {
      throw new IllegalArgumentException("the sample blueprint does not say \"" + text + "\"");
    }
    return BlueprintLoader.parse("sample", text().replace(text, instead));
  }

  private static String text() {
    try {
      return Files.readString(
          Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
