package com.harena.allinone.blueprint;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One malformed blueprint of the corpus.
 *
 * @param name name of the file
 * @param bytes what stands in it, one character for each byte
 * @param expected what must be said about it; lines of other faults are not allowed
 */
record Malformed(String name, String bytes, List<Expected> expected) {
  /**
   * One expected fault.
   *
   * @param line its line
   * @param words what its text contains
   */
  record Expected(int line, List<String> words) {
    boolean matches(Fault fault) {
      return fault.position().orElseThrow().line() == line
          && words.stream().allMatch(fault.message()::contains);
    }

    static Expected parse(String text) {
      String[] parts = text.split(": ", 2);
      return new Expected(Integer.parseInt(parts[0]), List.of(parts[1].split(" \\| ")));
    }
  }

  byte[] content() {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return name;
  }
}
