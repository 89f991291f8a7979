package com.harena.allinone.move.backup;

import com.harena.allinone.move.journal.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A dated folder that a backup is written into; nobody but its owner may read it. */
public final class BackupFolder {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private final Path path;

  private BackupFolder(Path path) {
    this.path = path;
  }

  /** A name that no folder here has yet: the moment in UTC, such as 20261125_091010. */
  public static String freeName(Path backups, Instant now) {
    Instant moment = now;
    while (Files.exists(backups.resolve(NAME.format(moment)))) {
      moment = moment.plusSeconds(1);
    }
    return NAME.format(moment);
  }

  /** The folder, made if it is not there. */
  public static BackupFolder at(Path path) throws IOException {
    Durable.createFolder(path);
    return new BackupFolder(path);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** The folder of a store, made if it is not there. */
  public Path store(String name) throws IOException {
    Path folder = path.resolve(name);
    Durable.createFolder(folder);
    return folder;
  }

  /**
   * Keeps every file and folder on disk, closed to others, and tells size and hash of each.
   *
   * @param seen told of each portion of bytes that is done
   */
  public List<StoredFile> seal(LongConsumer seen) throws IOException {
    List<StoredFile> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path each : (Iterable<Path>) paths.sorted()::iterator) {
        if (Files.isDirectory(each)) {
          folders.add(each);
        } else if (!isManifest(each)) {
          Durable.syncFile(each);
          long size = Files.size(each);
          files.add(new StoredFile(name(path, each), size, Hashing.sha256(each, size)));
          seen.accept(size);
        }
      }
    }
    folders.sort(Comparator.comparing(Path::getNameCount).reversed());
    for (Path folder : folders) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Durable.syncFolder(folder);
    }
    return files;
  }

  /** A checksum of every file's name and size below a folder. */
  public static String listing(Path folder) throws IOException {
    StringBuilder names = new StringBuilder();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path each : (Iterable<Path>) paths.filter(Files::isRegularFile).sorted()::iterator) {
          names.append(Files.size(each)).append(' ').append(name(folder, each)).append('\n');
        }
      }
    }
    return Hashing.sha256(names.toString());
  }

  private boolean isManifest(Path file) {
    return file.getParent().equals(path) && file.getFileName().toString().startsWith(Manifest.NAME);
  }

  static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
