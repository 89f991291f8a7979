package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.DamagedValue;
import com.harena.allinone.move.redis.rdb.Payload;
import com.harena.allinone.move.redis.rdb.Value;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads dumps into a {@link KeyDigest}, and hands their bytes on: small ones at once. */
final class DumpReader {
  private static final int SMALL = 1 << 17;

  private final KeyDigest digest = new KeyDigest();
  private final byte[] buffer = new byte[SMALL];

  /** From now on the fields of hashes that expire at that time or before do not count. */
  void passOver(long time) {
    digest.passOver(time);
  }

  /**
   * The key, its type and value in 128 bits; valid until the next.
   *
   * @throws DamagedValue naming the key, if the value is not what its format says
   */
  KeyDigest read(KeyId key, long length, InputStream in, OutputStream copy) throws IOException {
    try {
      return digest(key, length, in, copy);
    } catch (DamagedValue e) {
      throw new DamagedValue("key %s: %s".formatted(key.shown(), e.getMessage()));
    }
  }

  private KeyDigest digest(KeyId key, long length, InputStream in, OutputStream copy)
      throws IOException {
    if (length <= SMALL) {
      int size = (int) length;
      in.readNBytes(buffer, 0, size);
      copy.write(buffer, 0, size);
      digest.read(key, Payload.of(buffer, 0, size - Value.TRAILER));
      return digest;
    }
    InputStream copied = new Copied(in, copy);
    digest.read(key, Payload.of(copied, length - Value.TRAILER));
    copied.skipNBytes(Value.TRAILER);
    return digest;
  }

  private static final class Copied extends FilterInputStream {
    private final OutputStream copy;

    private Copied(InputStream in, OutputStream copy) {
      super(in);
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      copy.write(value);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      copy.write(bytes, offset, read);
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      return read(new byte[(int) count]);
    }
  }
}
