package com.harena.allinone.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one rehearsal. Its lock dies with this process, so that the next rehearsal knows
 * what was left behind by one that was killed, and removes it.
 */
final class RehearsalFolder implements AutoCloseable {
  private static final String PREFIX = "run-";
  private static final String LOCK = "lock";
  private static final String KEPT = "kept";

  private final Path path;
  private final FileChannel channel;
  private boolean keep;

  private RehearsalFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Makes a new folder in that one, and removes there what killed rehearsals left behind. */
  static RehearsalFolder in(Path parent) throws IOException {
    Files.createDirectories(parent);
    try (FileChannel all = open(parent.resolve(LOCK));
        FileLock oneAtATime = all.lock()) {
      assert oneAtATime.isValid();
      removeLeftovers(parent);
      Path path = Files.createDirectory(freeName(parent));
      FileChannel channel = open(path.resolve(LOCK));
      channel.lock();
      return new RehearsalFolder(path, channel);
    }
  }

  /** A folder that was kept may have the name that this process would have chosen. */
  private static Path freeName(Path parent) {
    String name = PREFIX + ProcessHandle.current().pid();
    Path path = parent.resolve(name);
    for (int number = 2; Files.exists(path); number++) {
      path = parent.resolve(name + "-" + number);
    }
    return path;
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void removeLeftovers(Path parent) throws IOException {
    List<Path> runs;
    try (Stream<Path> all = Files.list(parent)) {
      runs =
          all.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
              .filter(folder -> !Files.exists(folder.resolve(KEPT)))
              .toList();
    }
    for (Path run : runs) {
      try (FileChannel channel = open(run.resolve(LOCK));
          FileLock lock = channel.tryLock()) {
        if (lock != null) {
          remove(run);
        }
      }
    }
  }

  Path path() {
    return path;
  }

  /** The folder stays when the rehearsal ends, under a name of its own. */
  void keep() throws IOException {
    keep = true;
    Files.writeString(path.resolve(KEPT), "");
  }

  @Override
  public void close() {
    try {
      channel.close();
      if (!keep) {
        remove(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes everything; servers that are about to end may still write or remove files. */
  static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
