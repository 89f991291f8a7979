package com.harena.allinone.move.redis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Names of keys as a person reads them. */
final class KeyName {
  private static final int LONGEST = 200;

  private KeyName() {}

  /** The name; one that is no plain text has its odd bytes as {@code \\xNN}, as redis-cli has. */
  static String shown(byte[] key) {
    int length = Math.min(key.length, LONGEST);
    String text = text(key, length);
    return length < key.length ? "%s… (%d bytes)".formatted(text, key.length) : text;
  }

  private static String text(byte[] key, int length) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key, 0, length)).toString();
      if (text.codePoints().noneMatch(KeyName::isOdd)) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // No text: its bytes are shown.
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int value = key[i] & 0xff;
      shown.append(
          value < 0x20 || value > 0x7e || value == '\\'
              ? "\\x%02x".formatted(value)
              : String.valueOf((char) value));
    }
    return shown.toString();
  }

  private static boolean isOdd(int codePoint) {
    return Character.isISOControl(codePoint) || codePoint == '\\';
  }
}
