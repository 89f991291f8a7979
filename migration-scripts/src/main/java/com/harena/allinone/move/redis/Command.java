package com.harena.allinone.move.redis;

import java.nio.charset.StandardCharsets;

/** Words of commands as the wire wants them. */
final class Command {
  private Command() {}

  static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bytes(long number) {
    return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
  }

  /** Texts and numbers as they are written, bytes as they are. */
  static byte[][] of(Object... words) {
    byte[][] bytes = new byte[words.length][];
    for (int i = 0; i < words.length; i++) {
      bytes[i] = words[i] instanceof byte[] raw ? raw : bytes(words[i].toString());
    }
    return bytes;
  }
}
