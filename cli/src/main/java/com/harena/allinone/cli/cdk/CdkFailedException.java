package com.harena.allinone.cli.cdk;

/** The CDK command line ended with an error while its output was kept back. */
public final class CdkFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String output;

  CdkFailedException(String command, int exitCode, String output) {
    super("cdk %s ended with %d".formatted(command, exitCode), null, false, false);
    this.output = output.isEmpty() || output.endsWith("\n") ? output : output + "\n";
  }

  /** What it said on both streams. */
  public String output() {
    return output;
  }
}
