package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.BackupDamaged;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One gzip member of a file of documents: the whole body of a bulk request. Its header says how
 * long it is, in a field of its own that every gzip program steps over.
 */
final class Member {
  static final int HEADER = 28;
  private static final int PLAIN_HEADER = 10;
  private static final int TRAILER = 8;
  private static final int LARGEST = 256 << 20;

  private final Path file;
  private final byte[] gzip;
  private final int plainLength;
  private final int documents;

  private Member(Path file, byte[] gzip, int plainLength, int documents) {
    this.file = file;
    this.gzip = gzip;
    this.plainLength = plainLength;
    this.documents = documents;
  }

  /** The header of a member of so many compressed bytes. */
  static byte[] header(int deflated, int plain, int documents) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0x1f).put((byte) 0x8b).put((byte) 8).put((byte) 4).putInt(0);
    header.put((byte) 4).put((byte) 0xff).putShort((short) 16);
    header.put((byte) 'A').put((byte) '1').putShort((short) 12);
    header.putInt(deflated).putInt(plain).putInt(documents);
    return header.array();
  }

  /** What follows the compressed bytes. */
  static byte[] trailer(CRC32 crc, int plain) {
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER).order(ByteOrder.LITTLE_ENDIAN);
    return trailer.putInt((int) crc.getValue()).putInt(plain).array();
  }

  /** Bytes that follow this header, or -1 if it is none. */
  static int following(byte[] header) {
    ByteBuffer buffer = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    boolean ours =
        buffer.getInt(0) == 0x04088b1f
            && buffer.getShort(10) == 16
            && buffer.get(12) == 'A'
            && buffer.get(13) == '1';
    int deflated = buffer.getInt(16);
    return ours && deflated >= 0 && deflated < LARGEST ? deflated + TRAILER : -1;
  }

  /** A member read from a file: its header, and the bytes after it from the stream. */
  static Member read(Path file, byte[] header, int following, InputStream in) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    byte[] gzip = new byte[PLAIN_HEADER + following];
    gzip[0] = 0x1f;
    gzip[1] = (byte) 0x8b;
    gzip[2] = 8;
    gzip[9] = (byte) 0xff;
    if (in.readNBytes(gzip, PLAIN_HEADER, following) < following) {
      throw damaged(file);
    }
    return new Member(file, gzip, buffer.getInt(20), buffer.getInt(24));
  }

  /** Bytes of memory that a member with this header may take until it is sent. */
  static long memory(byte[] header) {
    ByteBuffer buffer = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    return memory(buffer.getInt(16), buffer.getInt(20), buffer.getInt(24));
  }

  private static long memory(long deflated, long plain, int documents) {
    return deflated + (documents == 1 ? 0 : 2 * plain);
  }

  /** The same of this one. */
  long memory() {
    return memory(gzip.length - PLAIN_HEADER - TRAILER, plainLength, documents);
  }

  /** How many bytes its lines have. */
  int plainLength() {
    return plainLength;
  }

  BackupDamaged damaged() {
    return damaged(file);
  }

  static BackupDamaged damaged(Path file) {
    return new BackupDamaged(
        "%s is cut off or was changed; restore another backup".formatted(file));
  }

  /** The same with a header that every server knows. */
  byte[] gzip() {
    return gzip;
  }

  int documents() {
    return documents;
  }

  /**
   * The lines as they were written.
   *
   * @throws BackupDamaged naming the file, if they are not
   */
  byte[] plain() {
    if (plainLength < 0 || plainLength > LARGEST) {
      throw damaged();
    }
    byte[] plain = inflate(plainLength);
    CRC32 crc = new CRC32();
    crc.update(plain);
    byte[] trailer = trailer(crc, plainLength);
    if (!Arrays.equals(trailer, 0, TRAILER, gzip, gzip.length - TRAILER, gzip.length)) {
      throw damaged();
    }
    return plain;
  }

  /** How it begins: at most so many bytes. */
  byte[] beginning(int most) {
    return inflate(Math.min(most, plainLength));
  }

  private byte[] inflate(int wanted) {
    Inflater inflater = new Inflater(true);
    try {
      byte[] plain = new byte[wanted];
      inflater.setInput(gzip, PLAIN_HEADER, gzip.length - PLAIN_HEADER - TRAILER);
      int length = 0;
      while (length < wanted) {
        int more = inflater.inflate(plain, length, wanted - length);
        if (more == 0) {
          throw damaged();
        }
        length += more;
      }
      return plain;
    } catch (DataFormatException e) {
      throw damaged();
    } finally {
      inflater.end();
    }
  }
}
