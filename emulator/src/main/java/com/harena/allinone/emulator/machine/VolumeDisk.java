package com.harena.allinone.emulator.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is on a volume, wherever it is attached: a sparse file, a mebibyte for each of the volume's
 * gibibytes, and just enough of ext4: a word, an id, and the size that it was made for. What lies
 * on the file system is a folder beside it.
 */
final class VolumeDisk {
  private static final String MAGIC = "ext4:";
  private static final long SUPERBLOCK = 1024;
  private static final int LENGTH = MAGIC.length() + 20;

  private final Path file;
  private final String volume;

  VolumeDisk(Path folder, String volume) {
    this.file = folder.resolve(volume + ".disk");
    this.volume = volume;
  }

  /** Makes the disk as large as the volume is; never smaller. */
  void size(int gibibytes) {
    try {
      Files.createDirectories(file.getParent());
      try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
        disk.setLength(Math.max(disk.length(), (long) gibibytes << 20));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the disk of " + volume, e);
    }
  }

  Path file() {
    return file;
  }

  /** Where the files lie that are on it. */
  Path content() {
    return file.resolveSibling(volume + ".files");
  }

  /** Its size in MiB. */
  long mebibytes() {
    return file.toFile().length() >> 10;
  }

  /** An id that belongs to the volume alone. */
  String uuid() {
    return java.util.UUID.nameUUIDFromBytes(volume.getBytes(StandardCharsets.UTF_8)).toString();
  }

  boolean formatted() {
    return text().startsWith(MAGIC);
  }

  boolean filled() {
    return Long.parseLong(text().substring(MAGIC.length()).strip()) == file.toFile().length();
  }

  void format() {
    try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
      disk.seek(SUPERBLOCK);
      disk.write("%s%-20d".formatted(MAGIC, disk.length()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot format " + volume, e);
    }
  }

  private String text() {
    try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[LENGTH];
      disk.seek(SUPERBLOCK);
      disk.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + volume, e);
    }
  }
}
