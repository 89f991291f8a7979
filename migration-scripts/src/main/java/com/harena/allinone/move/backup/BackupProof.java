package com.harena.allinone.move.backup;

import com.harena.allinone.move.store.BackupDamaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Proves, without any server, that a backup is what was written. */
public final class BackupProof {
  private static final int SHOWN = 20;

  private BackupProof() {}

  /**
   * Reads every file of the backup.
   *
   * @param seen told of each portion of bytes that is done
   * @return its manifest
   * @throws BackupDamaged with every file that is missing, changed, cut short or not of this backup
   */
  public static Manifest prove(Path folder, LongConsumer seen) throws IOException {
    Manifest manifest = ManifestFile.read(folder);
    List<String> problems = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (StoredFile file : manifest.files()) {
      known.add(file.path());
      String problem = problem(folder, file);
      if (problem != null) {
        problems.add(file.path() + " " + problem);
      }
      seen.accept(file.size());
    }
    extra(folder, known).forEach(name -> problems.add(name + " is no file of this backup"));
    if (!problems.isEmpty()) {
      String more =
          problems.size() > SHOWN ? "; and %d more".formatted(problems.size() - SHOWN) : "";
      throw new BackupDamaged(
          "backup %s is damaged: %s%s; use another backup, or another copy of this one"
              .formatted(
                  folder,
                  String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size()))),
                  more));
    }
    return manifest;
  }

  private static String problem(Path folder, StoredFile expected) throws IOException {
    // Absolute, because nothing starts with the normal form of ".".
    Path root = folder.toAbsolutePath().normalize();
    Path file = root.resolve(expected.path()).normalize();
    if (!file.startsWith(root) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return "is missing";
    }
    long size = Files.size(file);
    if (size != expected.size()) {
      return "has %d bytes instead of %d".formatted(size, expected.size());
    }
    return Hashing.sha256(file, size).equals(expected.sha256())
        ? null
        : "has another content than its SHA-256 says";
  }

  private static List<String> extra(Path folder, Set<String> known) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> BackupFolder.name(folder, path))
          .filter(name -> !name.equals(Manifest.NAME) && !known.contains(name))
          .sorted()
          .toList();
    }
  }
}
