package com.harena.allinone.host.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * Looks for the first byte that is not zero: in the first 8 MiB and the last MiB whole, where
 * labels, tables and superblocks stand, and in 256 samples between them.
 */
final class Zeros {
  private static final int MEBIBYTE = 1 << 20;
  private static final int SAMPLE_BYTES = 1 << 12;
  private static final int SAMPLES = 256;
  private static final long HEAD_BYTES = 8L * MEBIBYTE;

  private Zeros() {}

  /** Where the device first differs from zeros; empty when it does not. */
  static OptionalLong firstOther(Path device) {
    try (FileChannel channel = FileChannel.open(device, StandardOpenOption.READ)) {
      long size = channel.size();
      long tail = Math.max(0, size - MEBIBYTE);
      for (long at = 0; at < Math.min(HEAD_BYTES, size); at += MEBIBYTE) {
        OptionalLong other = scan(channel, at, MEBIBYTE);
        if (other.isPresent()) {
          return other;
        }
      }
      for (int sample = 1; sample < SAMPLES; sample++) {
        OptionalLong other = scan(channel, tail / SAMPLES * sample, SAMPLE_BYTES);
        if (other.isPresent()) {
          return other;
        }
      }
      return scan(channel, tail, MEBIBYTE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + device + ": " + e.getMessage(), e);
    }
  }

  private static OptionalLong scan(FileChannel channel, long offset, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    long position = offset;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, position);
      if (read < 0) {
        break;
      }
      position += read;
    }
    buffer.flip();
    while (buffer.hasRemaining()) {
      if (buffer.get() != 0) {
        return OptionalLong.of(offset + buffer.position() - 1);
      }
    }
    return OptionalLong.empty();
  }
}
