package com.harena.allinone.host.boot;

/** The step at which the boot ended, and whom that speaks against. */
public final class BootFailed extends RuntimeException {
  private final Step.Blame blame;
  private final String reason;

  BootFailed(String step, Step.Blame blame, RuntimeException cause) {
    super("%s: %s".formatted(step, words(cause)), cause);
    this.blame = blame;
    this.reason = words(cause);
  }

  /** Whom it speaks against. */
  public Step.Blame blame() {
    return blame;
  }

  /** Why the step failed. */
  public String reason() {
    return reason;
  }

  private static String words(RuntimeException cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
