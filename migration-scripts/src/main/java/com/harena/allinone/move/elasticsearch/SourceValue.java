package com.harena.allinone.move.elasticsearch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Gives a digest the value that JSON bytes mean, piece by piece: without white space, texts without
 * escapes, each number in one form. Fields keep their order, and a zero below zero is another than
 * above.
 */
final class SourceValue {
  private static final int LONGEST_NUMBER = 1000;

  /** Stands after a text: no byte of UTF-8. */
  private static final byte END = (byte) 0xff;

  private final MessageDigest digest;
  private final byte[] piece = new byte[1024];
  private int filled;
  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  SourceValue(MessageDigest digest) {
    this.digest = digest;
  }

  void take(byte[] json, Span span) {
    bytes = json;
    at = span.start();
    end = span.end();
    while (at < end) {
      byte next = bytes[at];
      if (next == '"') {
        text();
      } else if (next == '-' || (next >= '0' && next <= '9')) {
        number();
      } else {
        at++;
        if (!JsonCursor.isSpace(next)) {
          put(next);
        }
      }
    }
    drain();
    bytes = new byte[0];
  }

  private void text() {
    put((byte) '"');
    for (at++; bytes[at] != '"'; ) {
      if (bytes[at] == '\\') {
        escape();
      } else {
        put(bytes[at++]);
      }
    }
    at++;
    put(END);
  }

  private void escape() {
    byte kind = bytes[at + 1];
    at += 2;
    switch (kind) {
      case 'b' -> put((byte) '\b');
      case 'f' -> put((byte) '\f');
      case 'n' -> put((byte) '\n');
      case 'r' -> put((byte) '\r');
      case 't' -> put((byte) '\t');
      case 'u' -> {
        char first = unit();
        boolean pair =
            Character.isHighSurrogate(first)
                && at + 5 < end
                && bytes[at] == '\\'
                && bytes[at + 1] == 'u'
                && Character.isLowSurrogate(hex(at + 2));
        if (pair) {
          at += 2;
          put(new String(new char[] {first, unit()}).getBytes(StandardCharsets.UTF_8));
        } else if (Character.isSurrogate(first)) {
          put(new byte[] {END, (byte) (first >>> 8), (byte) first});
        } else {
          put(String.valueOf(first).getBytes(StandardCharsets.UTF_8));
        }
      }
      default -> put(kind);
    }
  }

  private char unit() {
    char unit = hex(at);
    at += 4;
    return unit;
  }

  private char hex(int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      value = value << 4 | Character.digit(bytes[i], 16);
    }
    return (char) value;
  }

  private void number() {
    int start = at;
    boolean whole = true;
    for (; at < end && isOfNumber(bytes[at]); at++) {
      whole &= bytes[at] == '-' || (bytes[at] >= '0' && bytes[at] <= '9');
    }
    put((byte) (whole ? 'i' : 'f'));
    if (at - start > LONGEST_NUMBER) {
      for (int i = start; i < at; i++) {
        put(bytes[i]);
      }
    } else {
      put(
          oneForm(new String(bytes, start, at - start, StandardCharsets.US_ASCII))
              .getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static boolean isOfNumber(byte next) {
    return (next >= '0' && next <= '9')
        || next == '-'
        || next == '+'
        || next == '.'
        || next == 'e'
        || next == 'E';
  }

  private static String oneForm(String written) {
    try {
      BigDecimal value = new BigDecimal(written);
      boolean belowZero = value.signum() == 0 && written.startsWith("-");
      return (belowZero ? "-" : "") + value.stripTrailingZeros();
    } catch (NumberFormatException | ArithmeticException e) {
      return written;
    }
  }

  private void put(byte[] several) {
    for (byte one : several) {
      put(one);
    }
  }

  private void put(byte one) {
    if (filled == piece.length) {
      drain();
    }
    piece[filled++] = one;
  }

  private void drain() {
    digest.update(piece, 0, filled);
    filled = 0;
  }
}
