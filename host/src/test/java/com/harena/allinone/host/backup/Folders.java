package com.harena.allinone.host.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that look like backups from outside. */
final class Folders {
  private Folders() {}

  /** A folder with a file and a manifest. */
  static void make(BackupShelf shelf, String name) {
    half(shelf, name);
    write(shelf.path(name).resolve("manifest.json"), "{}");
  }

  /** A folder with a file and no manifest. */
  static void half(BackupShelf shelf, String name) {
    write(shelf.path(name).resolve("postgres/dump"), "rows of " + name);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
