package com.harena.allinone.move.application;

import java.io.IOException;

/** A point that can be checked. */
public interface Point {
  /** Its name. */
  String name();

  /** What is asked, and of whom; no secret. */
  String question();

  /**
   * Asks.
   *
   * @return the answer, which is as it should be
   * @throws NotAsExpected if it is another
   * @throws IOException if there is none
   */
  String ask() throws IOException, InterruptedException;
}
