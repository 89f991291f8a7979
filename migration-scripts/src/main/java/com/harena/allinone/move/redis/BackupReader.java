package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.DumpFormat;
import com.harena.allinone.move.redis.rdb.Value;
import com.harena.allinone.move.store.BackupDamaged;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a {@link BackupFile} from its begin, or from a place that an earlier reader named. */
final class BackupReader implements Closeable {
  private final Path file;
  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32C check = new CRC32C();
  private final InputStream dump = new Dump();
  private byte[] packed = new byte[BackupFile.BLOCK];
  private final byte[] block = new byte[BackupFile.BLOCK];
  private int position;
  private int limit;
  private long nextMember;
  private long resumeAt;
  private boolean fromBegin;
  private long records;
  private long unread;

  /** One record; its dump is read from {@link #dump} before the next. */
  static final class Key {
    private final KeyId id;
    private final long expiry;
    private final long length;

    private Key(KeyId id, long expiry, long length) {
      this.id = id;
      this.expiry = expiry;
      this.length = length;
    }

    KeyId id() {
      return id;
    }

    long expiry() {
      return expiry;
    }

    long length() {
      return length;
    }
  }

  /**
   * Opens the file.
   *
   * @param offset 0, or what {@link #resumeAt} answered
   */
  BackupReader(Path file, long offset) throws IOException {
    this.file = file;
    if (!Files.exists(file)) {
      throw new BackupDamaged("%s is missing; restore it, or back up again".formatted(file));
    }
    in = Files.newInputStream(file);
    in.skipNBytes(offset);
    nextMember = offset;
    resumeAt = offset;
    fromBegin = offset == 0;
  }

  /** Version of the format that the dumps of the file have, 0 if it holds none. */
  static int format(Path file) throws IOException {
    try (BackupReader reader = new BackupReader(file, 0)) {
      if (reader.next() == null) {
        return 0;
      }
      reader.dump.skipNBytes(reader.unread - Value.TRAILER);
      return DumpFormat.version(reader.dump.readNBytes(Value.TRAILER));
    }
  }

  /** Where a reader can begin to get the records that come after all those that were complete. */
  long resumeAt() {
    return resumeAt;
  }

  /** The next record, or null after the last. */
  Key next() throws IOException {
    if (unread > 0) {
      dump.skipNBytes(unread);
    }
    check.reset();
    ByteBuffer header = ByteBuffer.wrap(bytes(BackupFile.RECORD_HEADER));
    int database = header.getInt();
    long expiry = header.getLong();
    byte[] name = bytes(header.getInt());
    unread = header.getLong();
    if (database == BackupFile.END) {
      endOfRecord();
      if (fromBegin && expiry != records) {
        throw damaged("it holds %d of %d keys".formatted(records, expiry));
      }
      return null;
    }
    records++;
    return new Key(new KeyId(database, name), expiry, unread);
  }

  /** The dump of the record, checked against the record's sum at its last byte. */
  InputStream dump() {
    return dump;
  }

  private byte[] bytes(int count) throws IOException {
    if (count < 0 || count > BackupFile.BLOCK * 512L) {
      throw damaged("a record of it has no sense");
    }
    byte[] bytes = new byte[count];
    int done = 0;
    while (done < count) {
      done += some(bytes, done, count - done);
    }
    return bytes;
  }

  private int some(byte[] bytes, int offset, int length) throws IOException {
    if (position == limit) {
      readBlock();
    }
    int some = Math.min(length, limit - position);
    System.arraycopy(block, position, bytes, offset, some);
    check.update(block, position, some);
    position += some;
    return some;
  }

  private void endOfRecord() throws IOException {
    int sum = (int) check.getValue();
    if (ByteBuffer.wrap(bytes(4)).getInt() != sum) {
      throw damaged("a record of it does not match its checksum");
    }
  }

  private void readBlock() throws IOException {
    byte[] frame = in.readNBytes(BackupFile.MEMBER_HEADER);
    if (frame.length < BackupFile.MEMBER_HEADER) {
      throw damaged("it ends too early");
    }
    ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    int size = header.getInt(16);
    int rest = size - BackupFile.MEMBER_HEADER;
    if (!Arrays.equals(frame, BackupWriter.frame(size, frame[20] == 1))
        || rest < BackupFile.MEMBER_TRAILER
        || rest > 2 * BackupFile.BLOCK) {
      throw damaged("it is no backup of Redis keys, or was changed");
    }
    if (packed.length < rest) {
      packed = new byte[rest];
    }
    if (in.readNBytes(packed, 0, rest) < rest) {
      throw damaged("it ends too early");
    }
    limit = unpack(rest - BackupFile.MEMBER_TRAILER);
    position = 0;
    if (header.get(20) == 1) {
      resumeAt = nextMember;
    }
    nextMember += size;
  }

  private int unpack(int length) {
    try {
      inflater.reset();
      inflater.setInput(packed, 0, length);
      int size = inflater.inflate(block);
      ByteBuffer trailer = ByteBuffer.wrap(packed, length, 8).order(ByteOrder.LITTLE_ENDIAN);
      CRC32 crc = new CRC32();
      crc.update(block, 0, size);
      if (trailer.getInt() != (int) crc.getValue() || trailer.getInt() != size || size == 0) {
        throw damaged("a part of it does not match its checksum");
      }
      return size;
    } catch (DataFormatException e) {
      throw damaged("a part of it cannot be unpacked");
    }
  }

  private BackupDamaged damaged(String problem) {
    return new BackupDamaged(
        "%s: %s; take it from another copy, or back up again".formatted(file, problem));
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private final class Dump extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (unread == 0 || length == 0) {
        return length == 0 ? 0 : -1;
      }
      int some = BackupReader.this.some(bytes, offset, (int) Math.min(length, unread));
      unread -= some;
      if (unread == 0) {
        endOfRecord();
      }
      return some;
    }
  }
}
