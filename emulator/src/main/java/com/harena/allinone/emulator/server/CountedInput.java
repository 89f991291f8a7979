package com.harena.allinone.emulator.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream, and an error if it ends before. */
final class CountedInput extends InputStream {
  private final InputStream in;
  private long left;

  CountedInput(InputStream in, long length) {
    this.in = in;
    left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0 && length > 0) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException(
          "the connection ended %d bytes before the end of a body".formatted(left));
    }
    left -= count;
    return count;
  }
}
