package com.harena.allinone.stack;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.blueprint.FaultyBlueprintException;
import java.nio.file.Path;
import software.amazon.awscdk.App;

/**
 * The CDK app that {@code cdk.json} runs. It reads the blueprint named by the context key {@code
 * blueprint} ({@code npx cdk synth -c blueprint=FILE}), {@code stacks/harena.yaml} unless given.
 */
public final class Main {
  private static final String DEFAULT_BLUEPRINT = "stacks/harena.yaml";
  private static final int FAULTY_BLUEPRINT = 2;

  private Main() {}

  /** Synthesizes; ends with 2 and every fault on standard error when the blueprint has any. */
  public static void main(String... arguments) {
    Path checkout = Path.of(System.getProperty("allinone.checkout", "."));
    App app = new App();
    Object named = app.getNode().tryGetContext("blueprint");
    Path file = named == null ? checkout.resolve(DEFAULT_BLUEPRINT) : Path.of(named.toString());
    try {
      Blueprint blueprint = BlueprintLoader.load(file);
      new SingleInstanceStack(app, blueprint, Path.of(System.getProperty("allinone.jar")));
    } catch (FaultyBlueprintException e) {
      System.err.println(e.getMessage());
      System.exit(FAULTY_BLUEPRINT);
    }
    app.synth();
  }
}
