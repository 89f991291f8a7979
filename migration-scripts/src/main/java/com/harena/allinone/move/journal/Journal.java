package com.harena.allinone.move.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * The append-only record of a move. A line is on disk when {@link #append} returns. A last line
 * that a kill cut short was never believed by anybody, and is dropped; any other line that is not
 * what was written is an error.
 */
public final class Journal implements AutoCloseable {
  private static final String NAME = "journal.ndjson";

  /** No channel: an interrupt, as Ctrl-C sends one, would close that in mid-line. */
  private final RandomAccessFile file;

  private final Clock clock;
  private final Consumer<Entry> listener;
  private long next;

  private Journal(RandomAccessFile file, Clock clock, Consumer<Entry> listener, long next) {
    this.file = file;
    this.clock = clock;
    this.listener = listener;
    this.next = next;
  }

  /**
   * Opens the journal of the directory whose lock is held, and makes it if there is none.
   *
   * @param listener sees each entry that is there, and then each that is added
   * @throws JournalDamaged if a line is not what was written
   */
  public static Journal open(MoveLock lock, Clock clock, Consumer<Entry> listener)
      throws IOException {
    Path directory = lock.directory();
    Path file = directory.resolve(NAME);
    boolean isNew = !Files.exists(file);
    Read read = isNew ? new Read(0, 0) : readLines(file, listener);
    RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
    try {
      if (isNew) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      open.setLength(read.bytes());
      open.seek(read.bytes());
      open.getFD().sync();
      Durable.syncFolder(directory);
      return new Journal(open, clock, listener, read.lines() + 1);
    } catch (IOException | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  /** Reads a journal that another process may be writing; shows nothing if there is none. */
  public static void read(Path directory, Consumer<Entry> listener) throws IOException {
    Path file = directory.resolve(NAME);
    if (Files.exists(file)) {
      readLines(file, listener);
    }
  }

  /** Adds an entry; it is on disk when this returns. */
  public synchronized void append(String type, ObjectNode content) {
    Entry entry = new Entry(next, clock.instant(), type, content);
    try {
      long start = file.getFilePointer();
      try {
        file.write(Line.write(entry));
        file.getFD().sync();
      } catch (IOException e) {
        file.setLength(start);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    next++;
    listener.accept(entry);
  }

  /** An empty content. */
  public static ObjectNode content() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private record Read(long lines, long bytes) {}

  private static Read readLines(Path file, Consumer<Entry> listener) throws IOException {
    long lines = 0;
    long bytes = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          continue;
        }
        Entry entry = Line.read(line.toByteArray());
        if (entry == null || entry.number() != lines + 1) {
          throw damaged(file, lines + 1, entry);
        }
        listener.accept(entry);
        lines++;
        bytes += line.size() + 1;
        line.reset();
      }
    }
    return new Read(lines, bytes);
  }

  private static JournalDamaged damaged(Path file, long line, Entry entry) {
    String problem = entry == null ? "is not what was written" : "has the number " + entry.number();
    return new JournalDamaged(
        "line %d of %s %s: restore the file, or begin a new move in another --directory"
            .formatted(line, file, problem));
  }
}
