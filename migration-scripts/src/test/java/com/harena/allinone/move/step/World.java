package com.harena.allinone.move.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every file of a test's folder at one moment: servers, journal and backups.
 *
 * @param files by name; a folder has none of its own
 */
record World(SortedMap<String, byte[]> files) {
  static World of(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return new World(files);
  }

  /** Makes the folder what it was. */
  void restore(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        boolean isServer = Files.isDirectory(path) && folder.relativize(path).getNameCount() <= 2;
        if (!isServer) {
          Files.delete(path);
        }
      }
    }
    for (String name : files.keySet()) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, files.get(name));
    }
  }

  /** What is on the servers, marks included. */
  SortedMap<String, String> servers() {
    SortedMap<String, String> servers = new TreeMap<>();
    files.forEach(
        (name, content) -> {
          if (!name.startsWith("move.d/")) {
            servers.put(name, new String(content, StandardCharsets.UTF_8));
          }
        });
    return servers;
  }
}
