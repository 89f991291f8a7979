package com.harena.allinone.emulator.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** What a call or an answer carries: bytes at hand, or a stream that can be read once. */
public final class Body {
  private final byte[] bytes;
  private final InputStream stream;
  private final OptionalLong length;

  private Body(byte[] bytes, InputStream stream, OptionalLong length) {
    this.bytes = bytes;
    this.stream = stream;
    this.length = length;
  }

  /** Bytes at hand. */
  public static Body of(byte[] bytes) {
    return new Body(bytes.clone(), null, OptionalLong.of(bytes.length));
  }

  /** A text at hand. */
  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing. */
  public static Body empty() {
    return of(new byte[0]);
  }

  /**
   * A stream.
   *
   * @param length how long it is, if that is known
   */
  public static Body of(InputStream stream, OptionalLong length) {
    return new Body(null, stream, length);
  }

  /** How long it is, if that is known. */
  public OptionalLong length() {
    return length;
  }

  /** The text, if it is at hand; a stream is not read for it. */
  public Optional<String> text() {
    return bytes == null
        ? Optional.empty()
        : Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }

  /** The same, wholly read into memory. */
  public Body atHand() throws IOException {
    if (bytes != null) {
      return this;
    }
    try (stream) {
      return of(stream.readAllBytes());
    }
  }

  /** The bytes from the beginning; a stream gives them once. */
  public InputStream open() {
    return bytes == null ? stream : new ByteArrayInputStream(bytes);
  }

  /** Writes all of it and closes a stream. */
  public void writeTo(OutputStream out) throws IOException {
    try (InputStream in = open()) {
      in.transferTo(out);
    }
  }

  /** Gives up what was not read. */
  public void discard() throws IOException {
    if (stream != null) {
      stream.close();
    }
  }
}
