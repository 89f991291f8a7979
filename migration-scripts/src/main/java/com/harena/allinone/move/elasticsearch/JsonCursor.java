package com.harena.allinone.move.elasticsearch;

/**
 * Walks over JSON bytes without making anything of them: a source is read once, to find its end,
 * and never parsed. It trusts the server to write well-formed JSON, and says so when it does not.
 */
final class JsonCursor {
  private final byte[] bytes;
  private final int length;
  private int at;
  private boolean spaced;

  JsonCursor(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.at = from;
    this.length = length;
  }

  int at() {
    return at;
  }

  /** Whether the value that was skipped last holds white space between its tokens. */
  boolean isSpaced() {
    return spaced;
  }

  /** The next byte that is no white space; stays on it. */
  byte peek() {
    while (at < length && isSpace(bytes[at])) {
      at++;
    }
    return byteAt(at);
  }

  /** Steps over this byte, which must be next. */
  void expect(char wanted) {
    if (peek() != wanted) {
      throw malformed();
    }
    at++;
  }

  /** Steps over this byte if it is next. */
  boolean accept(char wanted) {
    if (peek() == wanted) {
      at++;
      return true;
    }
    return false;
  }

  /** Steps over the quotes and the text between, which becomes the span. */
  void string(Span span) {
    expect('"');
    int start = at;
    at = stringEnd(at);
    span.set(start, at);
    at++;
  }

  /** Whether the span is exactly this text of ASCII characters. */
  boolean is(Span span, String text) {
    if (span.length() != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[span.start() + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Steps over a whole value, which becomes the span. */
  void value(Span span) {
    byte first = peek();
    int start = at;
    spaced = false;
    if (first == '"') {
      at = stringEnd(at + 1) + 1;
    } else if (first == '{' || first == '[') {
      container();
    } else {
      while (at < length && !endsScalar(bytes[at])) {
        at++;
      }
    }
    span.set(start, at);
  }

  private void container() {
    int depth = 0;
    boolean space = false;
    int position = at;
    while (true) {
      byte next = byteAt(position++);
      switch (next) {
        case '"' -> position = stringEnd(position) + 1;
        case '{', '[' -> depth++;
        case '}', ']' -> {
          if (--depth == 0) {
            at = position;
            spaced = space;
            return;
          }
        }
        case ' ', '\t', '\n', '\r' -> space = true;
        default -> {}
      }
    }
  }

  private int stringEnd(int from) {
    int position = from;
    while (true) {
      byte next = byteAt(position);
      if (next == '"') {
        return position;
      }
      position += next == '\\' ? 2 : 1;
    }
  }

  private byte byteAt(int position) {
    if (position >= length) {
      throw malformed();
    }
    return bytes[position];
  }

  static boolean isSpace(byte value) {
    return value == ' ' || value == '\t' || value == '\n' || value == '\r';
  }

  private static boolean endsScalar(byte value) {
    return value == ',' || value == '}' || value == ']' || isSpace(value);
  }

  private MalformedAnswer malformed() {
    return new MalformedAnswer(at);
  }
}
