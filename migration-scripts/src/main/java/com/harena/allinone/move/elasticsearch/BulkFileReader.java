package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.BackupDamaged;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the members of an index's files one after the other, for several threads at once. */
final class BulkFileReader implements Closeable {
  private static final long IN_MEMORY = 32 << 20;

  private final List<Path> files;
  private final Budget budget = new Budget(IN_MEMORY);
  private int next;
  private InputStream in = InputStream.nullInputStream();
  private Path current = Path.of("");

  BulkFileReader(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /** The next member, empty after the last. */
  Optional<Member> next() throws IOException {
    return next(header -> {});
  }

  /**
   * The same, once there is room for it in memory beside those that other threads have taken and
   * not {@link #sent} yet.
   */
  Optional<Member> take() throws IOException {
    return next(header -> budget.take(Member.memory(header)));
  }

  /** A member that was taken is no longer needed. */
  void sent(Member member) {
    budget.give(member.memory());
  }

  private synchronized Optional<Member> next(Consumer<byte[]> beforeRead) throws IOException {
    while (true) {
      byte[] header = in.readNBytes(Member.HEADER);
      if (header.length == 0) {
        if (next == files.size()) {
          return Optional.empty();
        }
        open(files.get(next++));
        continue;
      }
      int following = header.length < Member.HEADER ? -1 : Member.following(header);
      if (following < 0) {
        throw Member.damaged(current);
      }
      beforeRead.accept(header);
      return Optional.of(Member.read(current, header, following, in));
    }
  }

  private void open(Path file) throws IOException {
    in.close();
    current = file;
    try {
      in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    } catch (NoSuchFileException e) {
      throw new BackupDamaged("%s is missing; restore another backup".formatted(file));
    }
  }

  @Override
  public synchronized void close() throws IOException {
    in.close();
  }
}
