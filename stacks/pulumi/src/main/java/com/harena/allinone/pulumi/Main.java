package com.harena.allinone.pulumi;

import com.pulumi.Context;
import com.pulumi.Pulumi;

/**
 * The program that {@code Pulumi.yaml} runs. It reads the blueprint that the stack's configuration
 * names under {@code allinone:blueprint}, and ends with the exit codes of the command line when it
 * cannot: 2 without such a name, 3 for a faulty blueprint, 4 for an unreadable jar, 5 for an update
 * of a blueprint that still holds placeholders.
 */
public final class Main {
  private Main() {}

  /** Runs under the Pulumi engine, or says on standard error what is wrong. */
  public static void main(String... arguments) {
    try {
      Prepared prepared = Prepared.of(System.getenv());
      Pulumi.run(context -> deploy(context, prepared));
    } catch (Prepared.Refusal e) {
      System.err.println(e.getMessage());
      System.exit(e.exitCode());
    }
  }

  static void deploy(Context context, Prepared prepared) {
    prepared.warnings().forEach(context.log()::warn);
    SingleInstance.compose(prepared.checked().blueprint(), prepared.bundle()).tell(context);
  }
}
