package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.BackupDamaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where things are in a backup: {@code cluster.json}, and a folder for each index with {@code
 * index.json} and its documents. Restore finds everything from the backup's own path and its files,
 * whatever the folder is called by then.
 */
final class BackupFolder {
  private static final String CLUSTER = "cluster.json";
  private static final String INDEX = "index.json";
  private static final int READABLE = 60;
  private static final int DIGITS = 8;

  private final Path root;

  BackupFolder(Path root) {
    this.root = root;
  }

  /** Name of the folder of an index: readable, unique, and fit for every file system. */
  static String name(String index) {
    String readable = index.replaceAll("[^a-z0-9_.-]", "_");
    return readable.substring(0, Math.min(READABLE, readable.length()))
        + "-"
        + Items.sha256(index).substring(0, DIGITS);
  }

  /** Removes everything but the folders of these indices. */
  void keepOnly(Set<String> indices) throws IOException {
    Files.deleteIfExists(root.resolve(CLUSTER));
    Set<String> kept = new java.util.HashSet<>();
    indices.forEach(index -> kept.add(name(index)));
    Path parent = root.resolve("indices");
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (Stream<Path> folders = Files.list(parent)) {
      for (Path folder : folders.toList()) {
        if (!kept.contains(folder.getFileName().toString())) {
          delete(folder);
        }
      }
    }
  }

  /** An empty folder for an index. */
  Path anew(String index) throws IOException {
    Path folder = folder(index);
    if (Files.exists(folder)) {
      delete(folder);
    }
    return Files.createDirectories(folder);
  }

  private Path folder(String index) {
    return root.resolve("indices").resolve(name(index));
  }

  /** File of a slice of documents. */
  Path documents(String index, int slice) {
    return folder(index).resolve("documents-%d.ndjson.gz".formatted(slice));
  }

  List<Path> documents(IndexBackup index) {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < index.slices(); i++) {
      files.add(documents(index.definition().name(), i));
    }
    return files;
  }

  void write(IndexBackup index) throws IOException {
    Files.write(folder(index.definition().name()).resolve(INDEX), Json.bytes(index.json()));
  }

  IndexBackup read(String index) throws IOException {
    return IndexBackup.of(read(folder(index).resolve(INDEX)));
  }

  void write(ClusterBackup cluster) throws IOException {
    Files.write(root.resolve(CLUSTER), Json.bytes(cluster.json()));
  }

  ClusterBackup cluster() throws IOException {
    return ClusterBackup.of(read(root.resolve(CLUSTER)));
  }

  private static JsonNode read(Path file) throws IOException {
    try {
      return Json.MAPPER.readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new BackupDamaged("%s is missing; restore another backup".formatted(file));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new BackupDamaged("%s is no JSON any more; restore another backup".formatted(file));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
