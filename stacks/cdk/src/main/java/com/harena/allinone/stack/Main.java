package com.harena.allinone.stack;

import com.harena.allinone.blueprint.FaultyBlueprintException;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.template.CheckedBlueprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import software.amazon.awscdk.App;

/**
 * The CDK app that {@code cdk.json} runs. It reads the blueprint named by the context key {@code
 * blueprint} ({@code npx cdk synth -c blueprint=FILE}), {@code stacks/harena.yaml} unless given,
 * and ends with the exit codes of the command line when it cannot.
 */
public final class Main {
  private static final String DEFAULT_BLUEPRINT = "stacks/harena.yaml";
  private static final int BLUEPRINT_FAULTY = 3;
  private static final int FILE_UNREADABLE = 4;

  private Main() {}

  /** Synthesizes, or says on standard error what is wrong. */
  public static void main(String... arguments) {
    try {
      synthesize(
          Path.of(System.getProperty("allinone.checkout", ".")),
          Path.of(System.getProperty("allinone.jar", "cli/target/allinone.jar")));
    } catch (FaultyBlueprintException e) {
      fail(e.getMessage(), BLUEPRINT_FAULTY);
    } catch (IOException | UncheckedIOException e) {
      fail("allinone: " + e.getMessage(), FILE_UNREADABLE);
    }
  }

  private static void synthesize(Path checkout, Path commandLineJar) throws IOException {
    App app = new App();
    Object named = app.getNode().tryGetContext("blueprint");
    Path file = named == null ? checkout.resolve(DEFAULT_BLUEPRINT) : Path.of(named.toString());
    CheckedBlueprint checked = CheckedBlueprint.read(file);
    SingleInstanceStack stack =
        new SingleInstanceStack(
            app, checked.blueprint(), HostBundle.of(checked.blueprint(), commandLineJar));
    RefusedPlaceholders.in(stack, checked.placeholders());
    app.synth();
  }

  private static void fail(String message, int exitCode) {
    System.err.println(message);
    System.exit(exitCode);
  }
}
