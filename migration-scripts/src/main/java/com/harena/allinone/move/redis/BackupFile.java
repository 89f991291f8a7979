package com.harena.allinone.move.redis;

import java.nio.file.Path;

/**
 * The file of a backup that holds every key, {@code keys.gz}.
 *
 * <p>It is an ordinary gzip file of many members, each at most {@value #BLOCK} bytes when unpacked,
 * at level 1. Each member's extra field {@code AO} holds five bytes: the member's packed size (four
 * bytes, little-endian) and 1 if a record begins with it, else 0. So a reader can begin in the
 * middle.
 *
 * <p>Unpacked it is a sequence of records, numbers big-endian: number of the database (4 bytes),
 * expiry in milliseconds since 1970 or -1 (8), length of the key (4), length of the dump (8), the
 * key, the dump as {@code DUMP} answers it with its own version and checksum, and the CRC-32C of
 * all that (4). The last record has the database -1, and instead of the expiry the number of
 * records.
 */
final class BackupFile {
  static final int BLOCK = 1 << 20;
  static final int RECORD_HEADER = 24;
  static final int END = -1;

  /** Bytes of a member before what is packed. */
  static final int MEMBER_HEADER = 21;

  /** Bytes of a member after it. */
  static final int MEMBER_TRAILER = 8;

  private BackupFile() {}

  static Path in(Path folder) {
    return folder.resolve("keys.gz");
  }
}
