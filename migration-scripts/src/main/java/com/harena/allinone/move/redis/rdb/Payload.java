package com.harena.allinone.move.redis.rdb;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one value, read once from front to back, from memory or from a stream. */
public final class Payload {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final byte[] buffer;
  private int position;
  private int limit;
  private long unread;

  private Payload(InputStream in, byte[] buffer, int offset, int limit, long unread) {
    this.in = in;
    this.buffer = buffer;
    this.position = offset;
    this.limit = limit;
    this.unread = unread;
  }

  /** Bytes in memory. */
  public static Payload of(byte[] bytes, int offset, int length) {
    return new Payload(InputStream.nullInputStream(), bytes, offset, offset + length, 0);
  }

  /** The next bytes of a stream, which are read in pieces. */
  public static Payload of(InputStream in, long length) {
    return new Payload(in, new byte[CHUNK], 0, 0, length);
  }

  /** How many bytes are left. */
  public long left() {
    return limit - position + unread;
  }

  int unsignedByte() throws IOException {
    if (position == limit) {
      fill();
    }
    return buffer[position++] & 0xff;
  }

  byte[] bytes(long count) throws IOException {
    if (count < 0 || count > left()) {
      throw new DamagedValue("a part of %d bytes where %d are left".formatted(count, left()));
    }
    byte[] bytes = new byte[Math.toIntExact(count)];
    int done = 0;
    while (done < bytes.length) {
      int some = some(bytes.length - done);
      System.arraycopy(buffer, position - some, bytes, done, some);
      done += some;
    }
    return bytes;
  }

  void pieces(long count, ValueVisitor visitor) throws IOException {
    long todo = count;
    while (todo > 0) {
      int some = some(todo);
      visitor.piece(buffer, position - some, some);
      todo -= some;
    }
  }

  /** Takes up to so many bytes from the buffer; they end at the position. */
  private int some(long most) throws IOException {
    if (position == limit) {
      fill();
    }
    int some = (int) Math.min(most, limit - position);
    position += some;
    return some;
  }

  private void fill() throws IOException {
    if (unread == 0) {
      throw new DamagedValue("the value ends too early");
    }
    int read = in.read(buffer, 0, (int) Math.min(buffer.length, unread));
    if (read < 0) {
      throw new EOFException("the value ends too early");
    }
    position = 0;
    limit = read;
    unread -= read;
  }

  long littleEndian(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) unsignedByte() << (8 * i);
    }
    return value;
  }

  long bigEndian(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | unsignedByte();
    }
    return value;
  }

  /** A length; also counts and small numbers are written so. */
  long length() throws IOException {
    int first = unsignedByte();
    return switch (first >> 6) {
      case 0 -> first;
      case 1 -> (first & 0x3f) << 8 | unsignedByte();
      case 2 -> bigEndian(first == 0x81 ? 8 : 4);
      default -> throw new DamagedValue("an encoded text where a length belongs");
    };
  }

  StreamId streamId() throws IOException {
    return new StreamId(bigEndian(8), bigEndian(8));
  }

  StreamId packedStreamId() throws IOException {
    return new StreamId(length(), length());
  }
}
