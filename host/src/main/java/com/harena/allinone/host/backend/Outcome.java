package com.harena.allinone.host.backend;

import java.util.Arrays;
import java.util.Locale;

/** What came of a release. */
public enum Outcome {
  /** The image came with the host bundle that was deployed. */
  DEPLOYED,
  /** It was released, and serves from then on. */
  RELEASED,
  /** It was not healthy in time; the one before serves again. */
  UNHEALTHY,
  /** The release was cut; the one before serves again. */
  INTERRUPTED,
  /** It was not healthy in time, and neither was the one before when it was started again. */
  DOWN;

  /** Its name in JSON, such as {@code released}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outcome named(String word) {
    return Arrays.stream(values())
        .filter(outcome -> outcome.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no outcome is named " + word));
  }
}
