package com.harena.allinone.move.redis.rdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The elements of a listpack, a ziplist or an intset: small values kept in one piece of memory. */
final class Packed {
  private final byte[] bytes;
  private final boolean ziplist;
  private int at;

  private Packed(byte[] bytes, boolean ziplist, int start) {
    this.bytes = bytes;
    this.ziplist = ziplist;
    this.at = start;
  }

  static Packed listpack(byte[] bytes) {
    return new Packed(bytes, false, 6);
  }

  static Packed ziplist(byte[] bytes) {
    return new Packed(bytes, true, 10);
  }

  /** Tells the visitor the numbers of an intset. */
  static void intset(byte[] bytes, ValueVisitor visitor) throws IOException {
    Packed set = new Packed(bytes, false, 0);
    int width = (int) set.number(0, 4);
    long count = set.number(4, 4);
    for (long i = 0; i < count; i++) {
      int shift = 64 - 8 * width;
      visitor.element(Text.digits(set.number((int) (8 + i * width), width) << shift >> shift));
    }
  }

  boolean more() throws DamagedValue {
    return unsigned(at) != 0xff;
  }

  byte[] next() throws DamagedValue {
    try {
      return ziplist ? nextOfZiplist() : nextOfListpack();
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new DamagedValue("a packed value ends too early");
    }
  }

  long nextNumber() throws DamagedValue {
    try {
      return Long.parseLong(new String(next(), StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      throw new DamagedValue("a text where a number belongs");
    }
  }

  private byte[] nextOfListpack() throws DamagedValue {
    int first = unsigned(at);
    if (first < 0x80) {
      return finish(Text.digits(first), 1);
    }
    if (first < 0xc0) {
      return text(1, first & 0x3f);
    }
    if (first < 0xe0) {
      return finish(Text.digits(signed((first & 0x1f) << 8 | unsigned(at + 1), 13)), 2);
    }
    if (first < 0xf0) {
      return text(2, (first & 0x0f) << 8 | unsigned(at + 1));
    }
    return switch (first) {
      case 0xf0 -> text(5, number(at + 1, 4));
      case 0xf1 -> finish(Text.digits(signed(number(at + 1, 2), 16)), 3);
      case 0xf2 -> finish(Text.digits(signed(number(at + 1, 3), 24)), 4);
      case 0xf3 -> finish(Text.digits(signed(number(at + 1, 4), 32)), 5);
      case 0xf4 -> finish(Text.digits(number(at + 1, 8)), 9);
      default -> throw new DamagedValue("a packed value of unknown encoding " + first);
    };
  }

  private byte[] text(int header, long length) throws DamagedValue {
    byte[] text = copy(at + header, length);
    return finish(text, header + (int) length);
  }

  /**
   * Steps over an element and its length written backwards in groups of seven bits. The server
   * takes another group already for the highest number that would fit into two or more.
   */
  private byte[] finish(byte[] element, int size) {
    int backwards = 1;
    while (backwards < 5 && size >= (1L << (7 * backwards)) - (backwards == 1 ? 0 : 1)) {
      backwards++;
    }
    at += size + backwards;
    return element;
  }

  private byte[] nextOfZiplist() throws DamagedValue {
    at += unsigned(at) < 0xfe ? 1 : 5;
    int first = unsigned(at);
    return switch (first >> 6) {
      case 0 -> step(1, first & 0x3f);
      case 1 -> step(2, (first & 0x3f) << 8 | unsigned(at + 1));
      case 2 -> step(5, Integer.toUnsignedLong(Integer.reverseBytes((int) number(at + 1, 4))));
      default -> numberOfZiplist(first);
    };
  }

  private byte[] numberOfZiplist(int first) throws DamagedValue {
    if (first >= 0xf1 && first <= 0xfd) {
      at++;
      return Text.digits((first & 0x0f) - 1);
    }
    int width =
        switch (first) {
          case 0xfe -> 1;
          case 0xc0 -> 2;
          case 0xf0 -> 3;
          case 0xd0 -> 4;
          case 0xe0 -> 8;
          default -> throw new DamagedValue("a packed value of unknown encoding " + first);
        };
    byte[] digits = Text.digits(signed(number(at + 1, width), 8 * width));
    at += 1 + width;
    return digits;
  }

  private byte[] step(int header, long length) throws DamagedValue {
    byte[] text = copy(at + header, length);
    at += header + (int) length;
    return text;
  }

  private byte[] copy(int from, long length) throws DamagedValue {
    if (length > bytes.length - from) {
      throw new DamagedValue("a packed value ends too early");
    }
    return Arrays.copyOfRange(bytes, from, from + (int) length);
  }

  private static long signed(long value, int bits) {
    return value << (64 - bits) >> (64 - bits);
  }

  private int unsigned(int index) throws DamagedValue {
    if (index >= bytes.length) {
      throw new DamagedValue("a packed value ends too early");
    }
    return bytes[index] & 0xff;
  }

  private long number(int from, int width) throws DamagedValue {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value |= (long) unsigned(from + i) << (8 * i);
    }
    return value;
  }
}
