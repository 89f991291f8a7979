package com.harena.allinone.host.backup;

import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.journal.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder with the backups of this machine. Only a folder that is named by a moment and has a
 * manifest is one; all that is not finished is hidden, and may be thrown away.
 */
public final class BackupShelf {
  private static final Pattern ID = Pattern.compile("\\d{8}_\\d{6}");
  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
  private static final String OLD = ".old-";

  private final Path folder;

  /** The backups in this folder. */
  public BackupShelf(Path folder) {
    this.folder = folder;
  }

  /** Where they are. */
  public Path folder() {
    return folder;
  }

  /** Ids of all backups, the oldest first. */
  public List<String> ids() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(Manifest.NAME)))
          .map(entry -> entry.getFileName().toString())
          .filter(BackupShelf::isId)
          .sorted()
          .toList();
    }
  }

  /** Whether the text has the form of an id: a moment in UTC, such as 20261128_210000. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The last backup. */
  public Optional<String> last() throws IOException {
    return ids().stream().reduce((earlier, later) -> later);
  }

  /** The folder of a backup. */
  public Path path(String id) {
    return folder.resolve(id);
  }

  /** Bytes of a backup on the disk. */
  public long bytes(String id) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(path(id))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /** A hidden folder for work; its old content is thrown away. */
  Path workplace(String name) throws IOException {
    Path place = folder.resolve("." + name);
    remove(place);
    return place;
  }

  /** Puts a finished and proven backup among the others; it appears whole or not at all. */
  String put(Path finished) throws IOException {
    String id = finished.getFileName().toString();
    Files.move(finished, path(id), StandardCopyOption.ATOMIC_MOVE);
    Durable.syncFolder(folder);
    return id;
  }

  /**
   * Throws away every backup that is older than so many days, but never the last one, and what an
   * earlier run was throwing away.
   *
   * @return ids of those thrown away
   */
  List<String> prune(int keepDays, Instant now) throws IOException {
    List<String> all = ids();
    List<String> pruned = new ArrayList<>();
    for (String id : all.subList(0, Math.max(0, all.size() - 1))) {
      if (moment(id).plus(Duration.ofDays(keepDays)).isBefore(now)) {
        Files.move(path(id), folder.resolve(OLD + id), StandardCopyOption.ATOMIC_MOVE);
        pruned.add(id);
      }
    }
    Durable.syncFolder(folder);
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.filter(BackupShelf::isOld).toList()) {
        remove(entry);
      }
    }
    return pruned;
  }

  private static boolean isOld(Path entry) {
    return entry.getFileName().toString().startsWith(OLD);
  }

  private static Instant moment(String id) {
    return LocalDateTime.parse(id, FORM).toInstant(ZoneOffset.UTC);
  }

  /** Removes a folder with everything in it, if it is there. */
  static void remove(Path place) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    try (Stream<Path> all = Files.walk(place)) {
      for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(each);
      }
    }
  }
}
