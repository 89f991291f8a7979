package com.harena.allinone.pulumi;

import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.template.CheckedBlueprint;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The program that {@code Pulumi.yaml} runs. It reads the blueprint that the stack's configuration
 * names under {@code allinone:blueprint}.
 */
public final class Main {
  private Main() {}

  /** Runs under the Pulumi engine. */
  public static void main(String... arguments) {
    Pulumi.run(Main::deploy);
  }

  private static void deploy(Context context) {
    Path file = Path.of(context.config("allinone").require("blueprint"));
    Path jar =
        Path.of(context.config("allinone").get("jar").orElse("../../cli/target/allinone.jar"));
    try {
      CheckedBlueprint checked = CheckedBlueprint.read(file);
      SingleInstance.compose(checked.blueprint(), HostBundle.of(checked.blueprint(), jar));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
