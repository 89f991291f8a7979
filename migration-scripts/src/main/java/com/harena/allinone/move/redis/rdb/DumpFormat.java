package com.harena.allinone.move.redis.rdb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What stands after the value of a dump: the version of the format, 2 bytes, and a checksum of all
 * before it, 8 bytes, both little-endian.
 */
public final class DumpFormat {
  /** CRC-64 as Jones found it, bits reversed: begins with 0 and is not inverted at the end. */
  private static final long POLYNOMIAL = 0x95ac9329ac4bc9b5L;

  private DumpFormat() {}

  /** Version of the format, of the last {@value Value#TRAILER} bytes of a dump. */
  public static int version(byte[] trailer) {
    return ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xffff;
  }

  /** The dump of an empty string in that version: what a server can be asked with. */
  public static byte[] emptyString(int version) {
    ByteBuffer dump = ByteBuffer.allocate(2 + Value.TRAILER).order(ByteOrder.LITTLE_ENDIAN);
    dump.put((byte) 0).put((byte) 0).putShort((short) version);
    return dump.putLong(checksum(dump.array(), dump.position())).array();
  }

  static long checksum(byte[] bytes, int length) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      sum ^= bytes[i] & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 1) == 0 ? sum >>> 1 : sum >>> 1 ^ POLYNOMIAL;
      }
    }
    return sum;
  }
}
