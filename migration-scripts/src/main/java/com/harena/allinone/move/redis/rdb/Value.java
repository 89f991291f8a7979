package com.harena.allinone.move.redis.rdb;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;

/**
 * One value as {@code DUMP} gives it: a type, the value, and a trailer of {@value #TRAILER} bytes
 * (version of the format and a checksum), which the caller keeps apart.
 *
 * <p>In memory at any moment is one element, field, member or entry, or one packed piece of them: a
 * string may have any size, each part of another value what fits into a fraction of the heap.
 */
public final class Value {
  /** Bytes after the value. */
  public static final int TRAILER = 10;

  private static final int VALKEY_HASH = 22;

  private final Payload payload;
  private final ValueVisitor visitor;

  private Value(Payload payload, ValueVisitor visitor) {
    this.payload = payload;
    this.visitor = visitor;
  }

  /**
   * Tells the visitor a value without its trailer, to the last byte.
   *
   * @throws DamagedValue if it is not what its format says
   */
  public static void read(Payload payload, ValueVisitor visitor) throws IOException {
    try {
      new Value(payload, visitor).read(payload.unsignedByte());
    } catch (ArithmeticException | NegativeArraySizeException e) {
      throw new DamagedValue("a part too large to be true");
    } catch (BufferUnderflowException e) {
      throw new DamagedValue("a stream whose ids are cut off");
    }
    if (payload.left() > 0) {
      throw new DamagedValue("%d bytes after its end".formatted(payload.left()));
    }
    visitor.end();
  }

  /** The type by its number in the format. */
  public static KeyType typeOf(int number) {
    return switch (number) {
      case 0 -> KeyType.STRING;
      case 1, 10, 14, 18 -> KeyType.LIST;
      case 2, 11, 20 -> KeyType.SET;
      case 3, 5, 12, 17 -> KeyType.ZSET;
      case 4, 13, 16, 22, 24, 25 -> KeyType.HASH;
      case 15, 19, 21 -> KeyType.STREAM;
      default -> KeyType.MODULE;
    };
  }

  private void read(int number) throws IOException {
    KeyType type = typeOf(number);
    switch (type) {
      case STRING -> Text.read(payload, visitor);
      case LIST -> list(number);
      case SET -> set(number);
      case HASH -> hash(number);
      case ZSET -> sortedSet(number);
      case STREAM ->
          new StreamValue(payload, number == 15 ? 1 : number == 19 ? 2 : 3, visitor).read();
      case MODULE -> {
        visitor.begin(KeyType.MODULE, payload.left() + 1);
        visitor.piece(new byte[] {(byte) number}, 0, 1);
        payload.pieces(payload.left(), visitor);
      }
    }
  }

  private void list(int number) throws IOException {
    visitor.begin(KeyType.LIST, 0);
    if (number == 10) {
      elements(Packed.ziplist(Text.read(payload)));
      return;
    }
    for (long count = payload.length(); count > 0; count--) {
      boolean plain = number == 1 || (number == 18 && payload.length() == 1);
      byte[] bytes = Text.read(payload);
      if (plain) {
        visitor.element(bytes);
      } else {
        elements(number == 14 ? Packed.ziplist(bytes) : Packed.listpack(bytes));
      }
    }
  }

  private void set(int number) throws IOException {
    visitor.begin(KeyType.SET, 0);
    if (number == 11) {
      Packed.intset(Text.read(payload), visitor);
    } else if (number == 20) {
      elements(Packed.listpack(Text.read(payload)));
    } else {
      for (long count = payload.length(); count > 0; count--) {
        visitor.element(Text.read(payload));
      }
    }
  }

  private void elements(Packed pack) throws IOException {
    while (pack.more()) {
      visitor.element(pack.next());
    }
  }

  private void hash(int number) throws IOException {
    visitor.begin(KeyType.HASH, 0);
    if (number == VALKEY_HASH) {
      for (long count = payload.length(); count > 0; count--) {
        visitor.field(Text.read(payload), Text.read(payload), Math.max(0, payload.littleEndian(8)));
      }
      return;
    }
    long earliest = number >= 24 ? payload.littleEndian(8) : 0;
    if (number == 4 || number == 24) {
      for (long count = payload.length(); count > 0; count--) {
        long after = number == 24 ? payload.length() : 0;
        visitor.field(
            Text.read(payload), Text.read(payload), after == 0 ? 0 : earliest + after - 1);
      }
      return;
    }
    byte[] bytes = Text.read(payload);
    Packed pack = number == 13 ? Packed.ziplist(bytes) : Packed.listpack(bytes);
    while (pack.more()) {
      visitor.field(pack.next(), pack.next(), number == 25 ? pack.nextNumber() : 0);
    }
  }

  private void sortedSet(int number) throws IOException {
    visitor.begin(KeyType.ZSET, 0);
    if (number == 3 || number == 5) {
      for (long count = payload.length(); count > 0; count--) {
        byte[] member = Text.read(payload);
        visitor.member(
            member,
            number == 5 ? Double.longBitsToDouble(payload.littleEndian(8)) : writtenScore());
      }
      return;
    }
    byte[] bytes = Text.read(payload);
    Packed pack = number == 12 ? Packed.ziplist(bytes) : Packed.listpack(bytes);
    while (pack.more()) {
      visitor.member(pack.next(), score(pack.next()));
    }
  }

  private double writtenScore() throws IOException {
    int length = payload.unsignedByte();
    return switch (length) {
      case 253 -> Double.NaN;
      case 254 -> Double.POSITIVE_INFINITY;
      case 255 -> Double.NEGATIVE_INFINITY;
      default -> score(payload.bytes(length));
    };
  }

  private static double score(byte[] digits) throws DamagedValue {
    String text = new String(digits, StandardCharsets.US_ASCII);
    try {
      return switch (text) {
        case "inf", "+inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      throw new DamagedValue("a score that is no number");
    }
  }
}
