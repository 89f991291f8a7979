package com.harena.allinone.host.remote;

/**
 * How a command goes on an instance.
 *
 * @param state how far it is
 * @param exitCode what it ended with; -1 as long as it runs, or when it did not end by itself
 * @param output its standard output, cut by Run Command at {@link #OUTPUT_LIMIT}
 * @param errors its standard error, cut by Run Command at {@link #ERRORS_LIMIT}
 */
public record Invocation(State state, int exitCode, String output, String errors) {
  /**
   * Characters of standard output that Run Command hands back (reference of {@code
   * GetCommandInvocation}).
   */
  public static final int OUTPUT_LIMIT = 24_000;

  /** Characters of standard error that Run Command hands back (same reference). */
  public static final int ERRORS_LIMIT = 8_000;

  /** How far a command is. */
  public enum State {
    /** It has not begun: the agent has not fetched it. */
    WAITING,
    /** It runs. */
    RUNNING,
    /** It ended by itself, whatever its exit code. */
    ENDED,
    /** The agent ended it: its time was up, or someone cancelled it. */
    CUT,
    /** It never reached the agent in time. */
    UNDELIVERED;

    /** Whether nothing more will come. */
    public boolean over() {
      return this != WAITING && this != RUNNING;
    }
  }

  /** Whether Run Command has handed back less than was printed. */
  public boolean outputCut() {
    return output.length() >= OUTPUT_LIMIT;
  }
}
