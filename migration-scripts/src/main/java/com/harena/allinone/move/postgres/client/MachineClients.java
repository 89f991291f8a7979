package com.harena.allinone.move.postgres.client;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Client programs that are installed on this machine. */
public final class MachineClients implements ClientSupply {
  private final List<Path> folders;

  /** Looks in these folders only. */
  public MachineClients(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Looks on the path, and where the distributions keep each version. */
  public static MachineClients ofPath(String path) {
    List<Path> folders = new ArrayList<>();
    addVersions(folders, "/usr/lib/postgresql", "");
    addVersions(folders, "/usr", "pgsql-");
    addVersions(folders, "/opt/homebrew/opt", "postgresql@");
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        folders.add(Path.of(folder));
      }
    }
    return new MachineClients(folders);
  }

  private static void addVersions(List<Path> folders, String parent, String prefix) {
    Path path = Path.of(parent);
    if (!Files.isDirectory(path)) {
      return;
    }
    try (DirectoryStream<Path> versions = Files.newDirectoryStream(path, prefix + "*")) {
      for (Path version : versions) {
        if (Files.isDirectory(version.resolve("bin"))) {
          folders.add(version.resolve("bin"));
        }
      }
    } catch (IOException e) {
      // A folder that cannot be read holds nothing for us.
      folders.remove(path);
    }
  }

  @Override
  public List<ClientPrograms> get() {
    List<ClientPrograms> found = new ArrayList<>();
    Set<Path> seen = new LinkedHashSet<>();
    for (Path folder : folders) {
      try {
        Path dump = folder.resolve("pg_dump");
        if (!Files.exists(dump)) {
          continue;
        }
        Path real = dump.toRealPath();
        // Debian's wrapper chooses a version by itself.
        if (!real.endsWith("pg_wrapper") && seen.add(real)) {
          ClientPrograms.in(folder, folder.toString(), true).ifPresent(found::add);
        }
      } catch (IOException e) {
        seen.remove(folder);
      }
    }
    return found;
  }
}
