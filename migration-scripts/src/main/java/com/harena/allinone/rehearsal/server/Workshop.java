package com.harena.allinone.rehearsal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Makes folders of programs that appear whole or not at all. */
record Workshop(Path root) {
  /** The folder of that name; made from its archive if there is none yet. */
  Path folder(String name, Archives archives, Unpacking unpacking) {
    Path folder = root.resolve(name);
    if (!Files.isDirectory(folder)) {
      FolderLock.under(
          root,
          () -> {
            if (!Files.isDirectory(folder)) {
              make(name, archives, unpacking, folder);
            }
          });
    }
    return folder;
  }

  private void make(String name, Archives archives, Unpacking unpacking, Path folder)
      throws IOException {
    Path place = root.resolve("new-" + name);
    run("rm", "-rf", place.toString());
    Path fetched = Files.createDirectories(place.resolve("archive"));
    Path unpacked = Files.createDirectories(place.resolve("files"));
    archives.fetch(name, fetched);
    unpacking.unpack(onlyFile(fetched), unpacked);
    run("chmod", "-R", "u+w,a+rX", place.toString());
    Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
    run("rm", "-rf", place.toString());
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      if (all.size() != 1) {
        throw new IOException("expected one archive, got %s".formatted(all));
      }
      return all.get(0);
    }
  }

  private static void run(String... command) throws IOException {
    Programs.Result result = Programs.run(List.of(command));
    if (result.failed()) {
      throw new IOException(result.output());
    }
  }
}
