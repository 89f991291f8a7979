package com.harena.allinone.host.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders in memory where the machine has them, since a boot syncs every file it writes. */
public final class MemoryFolder {
  private static final Path SHARED_MEMORY = Path.of("/dev/shm");

  private MemoryFolder() {}

  /** Makes one. */
  public static Path make() {
    try {
      return Files.isWritable(SHARED_MEMORY)
          ? Files.createTempDirectory(SHARED_MEMORY, "allinone")
          : Files.createTempDirectory("allinone");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes it with all that is in it. */
  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
