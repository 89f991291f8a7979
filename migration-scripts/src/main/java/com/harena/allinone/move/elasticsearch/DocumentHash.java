package com.harena.allinone.move.elasticsearch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first 128 bits of the SHA-256 of a document: its id, routing, version and source. Not safe
 * for several threads.
 *
 * <p>The source counts byte for byte without the white space between its tokens. Should one side
 * write the same value in another way (1.0 and 1.00, é and an escape of it), {@link Form#VALUE}
 * calls them equal; it parses, and is used only where the bytes differ.
 */
final class DocumentHash {
  /** What counts of a source. */
  enum Form {
    /** Its bytes. */
    BYTES,
    /** The values that they mean. */
    VALUE
  }

  /** Stated in the manifest, so that a reader knows what was compared. */
  static final String STATED =
      "sum modulo 2^128 of the first 128 bits of SHA-256(id, routing, version, source without white space)";

  private final Form form;
  private final MessageDigest digest;
  private final SourceValue value;
  private final byte[] word = new byte[Long.BYTES];
  private byte[] compact = new byte[0];
  private long high;
  private long low;

  DocumentHash(Form form) {
    this.form = form;
    try {
      digest = MessageDigest.getInstance("SHA-256");
      value = new SourceValue(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void take(Document document) {
    text(document, document.id());
    text(document, document.routing());
    number(document.version());
    if (!document.source().isPresent()) {
      number(-1);
    } else if (form == Form.VALUE) {
      value.take(document.bytes(), document.source());
    } else if (document.isSpaced()) {
      int length = squeeze(document);
      digest.update(compact, 0, length);
    } else {
      digest.update(document.bytes(), document.source().start(), document.source().length());
    }
    byte[] hash = digest.digest();
    high = big(hash, 0);
    low = big(hash, 8);
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }

  private void text(Document document, Span span) {
    if (!span.isPresent()) {
      number(-1);
    } else if (document.hasEscape(span)) {
      byte[] meant = document.text(span).getBytes(StandardCharsets.UTF_8);
      number(meant.length);
      digest.update(meant);
    } else {
      number(span.length());
      digest.update(document.bytes(), span.start(), span.length());
    }
  }

  private void number(long value) {
    for (int i = 0; i < word.length; i++) {
      word[i] = (byte) (value >>> (8 * i));
    }
    digest.update(word);
  }

  private int squeeze(Document document) {
    Span source = document.source();
    if (compact.length < source.length()) {
      compact = new byte[source.length()];
    }
    byte[] bytes = document.bytes();
    int length = 0;
    boolean text = false;
    for (int i = source.start(); i < source.end(); i++) {
      byte next = bytes[i];
      if (text && next == '\\') {
        compact[length++] = next;
        next = bytes[++i];
      } else if (next == '"') {
        text = !text;
      } else if (!text && JsonCursor.isSpace(next)) {
        continue;
      }
      compact[length++] = next;
    }
    return length;
  }

  static long big(byte[] bytes, int from) {
    long value = 0;
    for (int i = from; i < from + 8; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }
}
