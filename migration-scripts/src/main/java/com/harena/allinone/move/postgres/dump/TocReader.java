package com.harena.allinone.move.postgres.dump;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the file {@code toc.dat} of a directory dump, as {@code pg_dump} 13 to 18 writes it
 * (versions 1.14 to 1.16 of its format; see {@code ReadHead} and {@code ReadToc} in PostgreSQL's
 * {@code pg_backup_archiver.c}).
 */
final class TocReader {
  private static final int OLDEST = 14;
  private static final int NEWEST = 16;
  private static final int LONGEST = 1 << 30;

  private final DataInputStream input;
  private int version;
  private int intSize;

  TocReader(DataInputStream input) {
    this.input = input;
  }

  /** All entries, in the order of the file; empty if its version is another. */
  Optional<List<DumpEntry>> entries() throws IOException {
    if (!isKnown()) {
      return Optional.empty();
    }
    head();
    int count = integer();
    List<DumpEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry());
    }
    return Optional.of(entries);
  }

  private boolean isKnown() throws IOException {
    String magic = new String(input.readNBytes(5), StandardCharsets.US_ASCII);
    if (!magic.equals("PGDMP")) {
      throw new IOException("toc.dat is damaged: it does not begin with PGDMP");
    }
    int major = input.readUnsignedByte();
    version = input.readUnsignedByte();
    return major == 1 && version >= OLDEST && version <= NEWEST;
  }

  private void head() throws IOException {
    input.readUnsignedByte(); // revision
    intSize = input.readUnsignedByte();
    input.readUnsignedByte(); // size of offsets
    input.readUnsignedByte(); // format
    if (version >= 15) {
      input.readUnsignedByte(); // algorithm of compression
    } else {
      integer(); // level of compression
    }
    for (int i = 0; i < 7; i++) {
      integer(); // second to year, and daylight saving time
    }
    for (int i = 0; i < 3; i++) {
      text(); // name of the database, versions of server and program
    }
  }

  private DumpEntry entry() throws IOException {
    integer(); // number
    integer(); // whether it has data
    text(); // catalogue
    text(); // object
    String name = text();
    String kind = text();
    integer(); // section
    String definition = text();
    text(); // statement that drops it
    String copy = text();
    String schema = text();
    text(); // tablespace
    text(); // access method
    if (version >= 16) {
      integer(); // kind of relation
    }
    text(); // owner
    text(); // whether rows have numbers
    String dependency = text();
    while (dependency != null) {
      dependency = text();
    }
    return new DumpEntry(kind, schema, name, definition, copy, text());
  }

  /** A byte for the sign, then the bytes of its value, the lowest first. */
  private int integer() throws IOException {
    int sign = input.readUnsignedByte();
    long value = 0;
    for (int i = 0; i < intSize; i++) {
      value |= (long) input.readUnsignedByte() << (8 * i);
    }
    return (int) (sign == 0 ? value : -value);
  }

  /** A length, negative for none, and the bytes. */
  private String text() throws IOException {
    int length = integer();
    if (length > LONGEST) {
      throw new IOException("toc.dat is damaged: a text of %d bytes".formatted(length));
    }
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    input.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
