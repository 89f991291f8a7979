package com.harena.allinone.move.elasticsearch;

import java.nio.charset.StandardCharsets;

/**
 * A document as it stands in a buffer: valid only until the next one is read. Texts are as JSON
 * writes them, without quotes.
 */
final class Document {
  private static final long NO_VERSION = -1;

  private byte[] bytes = new byte[0];
  private final Span id = new Span();
  private final Span routing = new Span();
  private final Span source = new Span();
  private boolean spaced;
  private long version = NO_VERSION;

  void begin(byte[] buffer) {
    bytes = buffer;
    id.clear();
    routing.clear();
    source.clear();
    spaced = false;
    version = NO_VERSION;
  }

  byte[] bytes() {
    return bytes;
  }

  Span id() {
    return id;
  }

  Span routing() {
    return routing;
  }

  Span source() {
    return source;
  }

  /** Whether there is white space between the tokens of the source. */
  boolean isSpaced() {
    return spaced;
  }

  void spaced(boolean is) {
    spaced = is;
  }

  long version() {
    return version;
  }

  void version(Span digits) {
    long value = 0;
    for (int i = digits.start(); i < digits.end(); i++) {
      value = value * 10 + (bytes[i] - '0');
    }
    version = value;
  }

  /** The id as it is meant. */
  String idText() {
    return text(id);
  }

  String text(Span span) {
    String raw = new String(bytes, span.start(), span.length(), StandardCharsets.UTF_8);
    return raw.indexOf('\\') < 0 ? raw : Json.parse('"' + raw + '"').asText();
  }

  boolean hasEscape(Span span) {
    for (int i = span.start(); i < span.end(); i++) {
      if (bytes[i] == '\\') {
        return true;
      }
    }
    return false;
  }
}
