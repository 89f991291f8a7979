package com.harena.allinone.move.redis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/** Writes a {@link BackupFile}: for each record {@link #begin}, the dump, {@link #end}. */
final class BackupWriter extends OutputStream {
  private static final int FULL_ENOUGH = BackupFile.BLOCK / 4;

  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final byte[] block = new byte[BackupFile.BLOCK];
  private final byte[] packed = new byte[BackupFile.BLOCK + BackupFile.BLOCK / 16 + 64];
  private final CRC32C check = new CRC32C();
  private int filled;
  private boolean beginsRecord = true;
  private long records;

  BackupWriter(Path file) throws IOException {
    out = Files.newOutputStream(file);
  }

  void begin(KeyId key, long expiry, long length) throws IOException {
    check.reset();
    header(key.database(), expiry, key.name().length, length);
    write(key.name(), 0, key.name().length);
    records++;
  }

  private void header(int database, long expiry, int keyLength, long length) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(BackupFile.RECORD_HEADER);
    header.putInt(database).putLong(expiry).putInt(keyLength).putLong(length);
    write(header.array(), 0, header.capacity());
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    check.update(bytes, offset, length);
    put(bytes, offset, length);
  }

  private void put(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (filled == block.length) {
        finishBlock();
        beginsRecord = false;
      }
      int some = Math.min(length - done, block.length - filled);
      System.arraycopy(bytes, offset + done, block, filled, some);
      filled += some;
      done += some;
    }
  }

  void end() throws IOException {
    put(ByteBuffer.allocate(4).putInt((int) check.getValue()).array(), 0, 4);
    if (filled >= FULL_ENOUGH) {
      finishBlock();
    }
  }

  private void finishBlock() throws IOException {
    deflater.reset();
    deflater.setInput(block, 0, filled);
    deflater.finish();
    int size = deflater.deflate(packed);
    CRC32 crc = new CRC32();
    crc.update(block, 0, filled);
    out.write(frame(size + BackupFile.MEMBER_HEADER + BackupFile.MEMBER_TRAILER, beginsRecord));
    out.write(packed, 0, size);
    ByteBuffer trailer =
        ByteBuffer.allocate(BackupFile.MEMBER_TRAILER).order(ByteOrder.LITTLE_ENDIAN);
    out.write(trailer.putInt((int) crc.getValue()).putInt(filled).array());
    filled = 0;
    beginsRecord = true;
  }

  /** What a member begins with. */
  static byte[] frame(int size, boolean beginsRecord) {
    ByteBuffer frame = ByteBuffer.allocate(BackupFile.MEMBER_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(0x04088b1f).putInt(0).put((byte) 4).put((byte) 0xff);
    frame.putShort((short) 9).put((byte) 'A').put((byte) 'O').putShort((short) 5);
    return frame.putInt(size).put((byte) (beginsRecord ? 1 : 0)).array();
  }

  /** Writes the last record: without it the file is not complete. */
  void finish() throws IOException {
    check.reset();
    header(BackupFile.END, records, 0, 0);
    end();
    if (filled > 0) {
      finishBlock();
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    deflater.end();
    out.close();
  }
}
