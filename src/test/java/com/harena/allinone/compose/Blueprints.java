package com.harena.allinone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's blueprint, as it stands or with one line changed. */
public final class Blueprints {
  private Blueprints() {}

  public static Blueprint harena() {
    return BlueprintLoader.parse(text());
  }

  public static Blueprint harenaWith(String before, String after) {
    String text = text();
    assertThat(text).contains(before);
    return BlueprintLoader.parse(
        text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));
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
