package com.harena.allinone.move.elasticsearch;

/** An answer that is no JSON, or not the JSON that was asked for. */
final class MalformedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedAnswer(int at) {
    super("not the JSON that was expected, at byte %d".formatted(at));
  }
}
