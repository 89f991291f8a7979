package com.harena.allinone.emulator.moto;

import com.harena.allinone.emulator.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Small files that a process is given. */
final class Written {
  private Written() {}

  /** Writes a text, and the folders above it. */
  static Path text(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new LocalFailure("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Removes a file, or a folder with what is in it. */
  static void removed(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(file)) {
      List<Path> all = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path one : all) {
        Files.delete(one);
      }
    } catch (IOException e) {
      throw new LocalFailure("cannot remove %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
