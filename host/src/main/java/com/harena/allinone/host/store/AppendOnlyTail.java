package com.harena.allinone.host.store;

import com.harena.allinone.compose.DataDirectory;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of Redis' append-only file. After a power cut the file system may have made the file
 * longer without having written what belongs there: the end is zeros, and Redis refuses to start.
 *
 * <p>Only zeros at the very end of the last incremental file are cut off. A command ends with a
 * line feed, so none that is whole is touched; half of one that is left is dropped by Redis itself
 * ({@code aof-load-truncated}). Anything else that is wrong is left to Redis to refuse.
 */
public final class AppendOnlyTail {
  private static final Path FOLDER = Path.of(DataDirectory.REDIS.path(), "appendonlydir");
  private static final Path MANIFEST = FOLDER.resolve("appendonly.aof.manifest");
  private static final Pattern INCREMENTAL =
      Pattern.compile("file ([A-Za-z0-9._-]+) seq [0-9]+ type i( .*)?");
  private static final int BLOCK = 1 << 16;

  private final HostFiles files;
  private final Journal journal;

  /** Works on the data volume; Redis must not run. */
  public AppendOnlyTail(HostFiles files, Journal journal) {
    this.files = files;
    this.journal = journal;
  }

  /** Cuts the zeros off, if there are any, and says how many. */
  public void mend() {
    Optional<Path> last = files.read(MANIFEST).flatMap(AppendOnlyTail::lastIncremental);
    last.filter(files::exists).ifPresent(this::mend);
  }

  private static Optional<Path> lastIncremental(String manifest) {
    return manifest
        .lines()
        .map(INCREMENTAL::matcher)
        .filter(Matcher::matches)
        .map(line -> FOLDER.resolve(line.group(1)))
        .reduce((first, second) -> second);
  }

  private void mend(Path file) {
    try (FileChannel channel =
        FileChannel.open(files.real(file), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      long kept = withoutZeros(channel, size);
      if (kept < size) {
        channel.truncate(kept);
        channel.force(true);
        journal.say(
            "redis: a power cut left %d zero bytes at the end of %s: cut off, %d bytes remain"
                .formatted(size - kept, file, kept));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot mend " + file + ": " + e.getMessage(), e);
    }
  }

  private static long withoutZeros(FileChannel channel, long size) throws IOException {
    long end = size;
    while (end > 0) {
      int length = (int) Math.min(BLOCK, end);
      ByteBuffer block = ByteBuffer.allocate(length);
      int read = 0;
      while (block.hasRemaining() && read >= 0) {
        read = channel.read(block, end - length + block.position());
      }
      int other = length - 1;
      while (other >= 0 && block.get(other) == 0) {
        other--;
      }
      if (other >= 0) {
        return end - length + other + 1;
      }
      end -= length;
    }
    return 0;
  }
}
