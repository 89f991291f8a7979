package com.harena.allinone.move.redis.rdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts: as they are, as a number, or compressed. */
final class Text {
  private static final int WINDOW = 1 << 13;
  private static final int LONGEST = 264;

  private Text() {}

  /** A text as a whole. */
  static byte[] read(Payload payload) throws IOException {
    int first = payload.unsignedByte();
    if (first >> 6 != 3) {
      return payload.bytes(plainLength(first, payload));
    }
    if ((first & 0x3f) == 3) {
      long length = unpackedLength(payload);
      Whole whole = new Whole(length);
      decompress(payload, length, whole);
      return whole.bytes;
    }
    return number(first, payload);
  }

  /** A text as the value of a key, in pieces. */
  static void read(Payload payload, ValueVisitor visitor) throws IOException {
    int first = payload.unsignedByte();
    if (first >> 6 != 3) {
      long length = plainLength(first, payload);
      visitor.begin(KeyType.STRING, length);
      payload.pieces(length, visitor);
    } else if ((first & 0x3f) == 3) {
      long length = unpackedLength(payload);
      visitor.begin(KeyType.STRING, length);
      decompress(payload, length, visitor::piece);
    } else {
      byte[] digits = number(first, payload);
      visitor.begin(KeyType.STRING, digits.length);
      visitor.piece(digits, 0, digits.length);
    }
  }

  /** Three bytes stand for {@value #LONGEST} at most. */
  private static long unpackedLength(Payload payload) throws IOException {
    long packed = payload.length();
    long length = payload.length();
    check(length / LONGEST <= packed);
    return length;
  }

  private static long plainLength(int first, Payload payload) throws IOException {
    return switch (first >> 6) {
      case 0 -> first;
      case 1 -> (first & 0x3f) << 8 | payload.unsignedByte();
      default -> payload.bigEndian(first == 0x81 ? 8 : 4);
    };
  }

  private static byte[] number(int first, Payload payload) throws IOException {
    long number =
        switch (first & 0x3f) {
          case 0 -> (byte) payload.unsignedByte();
          case 1 -> (short) payload.littleEndian(2);
          case 2 -> (int) payload.littleEndian(4);
          default -> throw new DamagedValue("a text of unknown encoding " + (first & 0x3f));
        };
    return digits(number);
  }

  static byte[] digits(long number) {
    return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
  }

  private interface Pieces {
    void piece(byte[] bytes, int offset, int length) throws IOException;
  }

  private static final class Whole implements Pieces {
    private final byte[] bytes;
    private int filled;

    private Whole(long length) {
      bytes = new byte[Math.toIntExact(length)];
    }

    @Override
    public void piece(byte[] piece, int offset, int length) {
      System.arraycopy(piece, offset, bytes, filled, length);
      filled += length;
    }
  }

  /**
   * LZF: a control byte below 32 says how many bytes follow as they are, any other how far back in
   * the last 8 KiB to copy from. Only that window is kept, so that a text of any size needs no
   * more.
   */
  private static void decompress(Payload payload, long length, Pieces pieces) throws IOException {
    byte[] out = new byte[(int) Math.min(length, 16 * WINDOW)];
    int at = 0;
    int told = 0;
    long done = 0;
    while (done < length) {
      if (out.length < length && out.length - at < LONGEST) {
        pieces.piece(out, told, at - told);
        System.arraycopy(out, at - WINDOW, out, 0, WINDOW);
        at = WINDOW;
        told = WINDOW;
      }
      int control = payload.unsignedByte();
      int count = control < 32 ? control + 1 : control >> 5;
      if (control < 32) {
        check(done + count <= length);
        for (int i = 0; i < count; i++) {
          out[at++] = (byte) payload.unsignedByte();
        }
      } else {
        count = (count == 7 ? 7 + payload.unsignedByte() : count) + 2;
        int from = at - ((control & 0x1f) << 8) - payload.unsignedByte() - 1;
        check(done + count <= length && from >= 0);
        for (int i = 0; i < count; i++) {
          out[at++] = out[from++];
        }
      }
      done += count;
    }
    pieces.piece(out, told, at - told);
  }

  private static void check(boolean sound) throws DamagedValue {
    if (!sound) {
      throw new DamagedValue("a compressed text that does not fit its length");
    }
  }
}
