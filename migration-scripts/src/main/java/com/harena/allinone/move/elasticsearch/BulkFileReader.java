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

/** Reads the members of an index's files one after the other, for several threads at once. */
final class BulkFileReader implements Closeable {
  private final List<Path> files;
  private int next;
  private InputStream in = InputStream.nullInputStream();
  private Path current = Path.of("");

  BulkFileReader(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /** The next member, empty after the last. */
  synchronized Optional<Member> next() throws IOException {
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
        throw damaged();
      }
      byte[] rest = in.readNBytes(following);
      if (rest.length < following) {
        throw damaged();
      }
      return Optional.of(Member.of(header, rest));
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

  private BackupDamaged damaged() {
    return new BackupDamaged(
        "%s is cut off or was changed; restore another backup".formatted(current));
  }

  @Override
  public synchronized void close() throws IOException {
    in.close();
  }
}
