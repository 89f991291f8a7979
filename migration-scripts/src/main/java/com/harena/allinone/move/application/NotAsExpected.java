package com.harena.allinone.move.application;

/** The answer is not what it should be. */
public final class NotAsExpected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was answered. */
  public NotAsExpected(String answer) {
    super(answer);
  }
}
