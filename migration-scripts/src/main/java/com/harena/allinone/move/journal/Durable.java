package com.harena.allinone.move.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are on disk, not only written; only their owner may read them. */
public final class Durable {
  private Durable() {}

  /** Makes the folder and those around it, for its owner alone, and keeps them. */
  public static void createFolder(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      return;
    }
    if (absolute.getParent() != null) {
      createFolder(absolute.getParent());
    }
    Files.createDirectory(
        absolute,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    syncFolder(absolute.getParent());
  }

  /** Keeps the names in the folder. */
  public static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Keeps a file's content, and makes it the owner's alone. */
  public static void syncFile(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Writes a file in one piece: afterwards it holds all of it or, after a kill, the old one. */
  public static void write(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.write(temporary, content);
    replace(temporary, file);
  }

  /** Gives a finished file its name, with its content kept first. */
  public static void replace(Path temporary, Path file) throws IOException {
    syncFile(temporary);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file.toAbsolutePath().getParent());
  }
}
