package com.harena.allinone.move.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The append-only record of a move. A line is on disk when {@link #append} returns. A last line
 * that a kill cut short was never believed by anybody, and is dropped, unless only its end is
 * missing; any other line that is not what was written is an error.
 */
public final class Journal implements AutoCloseable {
  private static final String NAME = "journal.ndjson";
  private static final int PORTION = 1 << 16;

  /** No channel: an interrupt, as Ctrl-C sends one, would close that in mid-line. */
  private final RandomAccessFile file;

  private final Clock clock;
  private final Consumer<Entry> listener;
  private long next;
  private boolean broken;

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
    Read read = isNew ? new Read(0, 0, false) : readLines(file, listener);
    RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
    try {
      if (isNew) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      open.setLength(read.bytes());
      open.seek(read.bytes());
      if (read.lacksEnd()) {
        open.write('\n');
      }
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

  /** Adds an entry; it is on disk when this returns, or not there at all when this throws. */
  public synchronized void append(String type, ObjectNode content) {
    if (broken) {
      throw new UncheckedIOException(
          new IOException("the journal could not be written to before; run the command again"));
    }
    Entry entry = new Entry(next, clock.instant(), type, content);
    try {
      write(Line.write(entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    next++;
    listener.accept(entry);
  }

  private void write(byte[] line) throws IOException {
    long start = file.getFilePointer();
    try {
      file.write(line);
      file.getFD().sync();
    } catch (IOException e) {
      broken = true;
      try {
        file.setLength(start);
        file.getFD().sync();
        broken = false;
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /** An empty content. */
  public static ObjectNode content() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private record Read(long lines, long bytes, boolean lacksEnd) {}

  private static Read readLines(Path file, Consumer<Entry> listener) throws IOException {
    long lines = 0;
    long bytes = 0;
    byte[] buffer = new byte[PORTION];
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(file)) {
      for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
        int start = 0;
        for (int at = 0; at < size; at++) {
          if (buffer[at] == '\n') {
            line.write(buffer, start, at - start);
            start = at + 1;
            listener.accept(entry(file, ++lines, line.toByteArray()));
            bytes += line.size() + 1;
            line.reset();
          }
        }
        line.write(buffer, start, size - start);
      }
    }
    byte[] rest = line.toByteArray();
    if (Line.read(rest) != null) {
      listener.accept(entry(file, lines + 1, rest));
      return new Read(lines + 1, bytes + rest.length, true);
    } else if (rest.length > 0 && Line.read(Arrays.copyOf(rest, rest.length - 1)) != null) {
      // A kill leaves the begin of a line; this is a whole one whose end is another.
      throw damaged(file, lines + 1, "is not what was written");
    }
    return new Read(lines, bytes, false);
  }

  private static Entry entry(Path file, long number, byte[] line) {
    Entry entry = Line.read(line);
    if (entry == null) {
      throw damaged(file, number, "is not what was written");
    } else if (entry.number() != number) {
      throw damaged(file, number, "has the number " + entry.number());
    }
    return entry;
  }

  private static JournalDamaged damaged(Path file, long line, String problem) {
    return new JournalDamaged(
        "line %d of %s %s: restore the file, or begin a new move in another --directory"
            .formatted(line, file, problem));
  }
}
