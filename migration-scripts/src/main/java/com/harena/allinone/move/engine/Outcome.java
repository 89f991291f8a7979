package com.harena.allinone.move.engine;

import java.util.Locale;

/** How a run of a step ended, apart from exceptions. */
public enum Outcome {
  /** What the step promises is proven. */
  DONE,
  /** A check found what would make the move fail. */
  UNFIT,
  /** Both sides differ, or the application does not work. */
  DIFFERS,
  /** The step may not be done now. */
  REFUSED,
  /** A server, a file or the backup failed. */
  FAILED,
  /** The move was asked to end. */
  INTERRUPTED;

  /** The word in journal and report. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
