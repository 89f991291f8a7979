package com.harena.allinone.emulator.server;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a body that was sent as chunks. */
final class ChunkedInput extends InputStream {
  private final InputStream in;
  private CountedInput chunk;
  private boolean ended;

  ChunkedInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (chunk != null) {
        int count = chunk.read(bytes, offset, length);
        if (count >= 0) {
          return count;
        }
        MotoAnswer.line(in);
      }
      begin(MotoAnswer.line(in));
    }
    return -1;
  }

  private void begin(String head) throws IOException {
    long size;
    try {
      size = Long.parseLong(head.split(";", 2)[0].strip(), 16);
    } catch (NumberFormatException e) {
      throw new IOException("no length of a chunk: " + head, e);
    }
    chunk = new CountedInput(in, size);
    if (size == 0) {
      ended = true;
      while (!MotoAnswer.line(in).isEmpty()) {
        // Trailers: nobody asked for them.
      }
    }
  }
}
