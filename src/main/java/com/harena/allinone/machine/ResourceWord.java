package com.harena.allinone.machine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The word that stands for a name of lower-case words in the logical id of a resource. */
public final class ResourceWord {
  private ResourceWord() {}

  /** {@code serving-zero-1} becomes {@code ServingZero1}. */
  public static String of(String name) {
    return Arrays.stream(name.split("-", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
