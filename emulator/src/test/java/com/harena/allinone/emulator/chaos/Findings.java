package com.harena.allinone.emulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Runs one after the other: what is wrong is told in the end, so that one finding hides no other.
 */
final class Findings {
  private final List<String> wrong = new ArrayList<>();
  private int green;
  private int failed;

  /**
   * A run of its own.
   *
   * @param words what it is
   * @param run whether it got green
   * @param anew makes everything ready for the next one when this one is wrong
   */
  void attempt(String words, BooleanSupplier run, Runnable anew) {
    try {
      if (run.getAsBoolean()) {
        green++;
      } else {
        failed++;
      }
    } catch (AssertionError | RuntimeException e) {
      wrong.add(words + ": " + said(e));
      again(words, anew);
    }
  }

  /** How many runs outlived their fault. */
  int green() {
    return green;
  }

  /** How many runs ended as failed, in order. */
  int failed() {
    return failed;
  }

  /** Fails with every finding if there is any. */
  void assertNone() {
    assertThat(wrong).isEmpty();
  }

  private void again(String words, Runnable anew) {
    try {
      anew.run();
    } catch (AssertionError | RuntimeException e) {
      wrong.add(words + ", and making ready for the next: " + said(e));
    }
  }

  private static String said(Throwable e) {
    return e instanceof AssertionError ? e.getMessage() : e.toString();
  }
}
