package com.harena.allinone.move.elasticsearch;

import java.io.IOException;

/** An answer is larger than what may be held in memory: ask for less at once. */
final class AnswerTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  AnswerTooLarge(int limit) {
    super("the answer is larger than %d bytes".formatted(limit));
  }

  AnswerTooLarge(String said) {
    super("the server cannot answer as much: " + said);
  }
}
