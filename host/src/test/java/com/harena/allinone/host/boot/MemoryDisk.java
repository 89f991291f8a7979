package com.harena.allinone.host.boot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk as a sparse file, and just enough ext4: a magic text and the size it was made for. */
final class MemoryDisk {
  static final String UUID = "6e0a1f3c-0000-4000-8000-0000000000aa";
  private static final String MAGIC = "ext4:";
  private static final long SUPERBLOCK = 1024;

  private final Path file;

  MemoryDisk(Path file, long bytes) {
    this.file = file;
    try {
      Files.createDirectories(file.getParent());
      try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
        disk.setLength(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean formatted() {
    return text().startsWith(MAGIC);
  }

  long size() {
    return file.toFile().length();
  }

  long fileSystemSize() {
    return Long.parseLong(text().substring(MAGIC.length()).strip());
  }

  /** Inode tables come first, the superblock last, as mke2fs does it. */
  void halfFormat() {
    write(SUPERBLOCK * 4, "inode tables");
  }

  void format() {
    write(SUPERBLOCK, "%s%-20d".formatted(MAGIC, size()));
  }

  private String text() {
    try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[25];
      disk.seek(SUPERBLOCK);
      disk.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(long offset, String text) {
    try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
      disk.seek(offset);
      disk.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
