package com.harena.allinone.move.postgres;

import com.harena.allinone.testing.OptionalPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory of a few mebibytes: the part {@code tmpfs}, which needs root. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static SmallDisk mount(Path folder, int mebibytes) throws IOException {
    Files.createDirectories(folder);
    String said = run("mount", "-t", "tmpfs", "-o", size(mebibytes), "tmpfs", folder.toString());
    OptionalPart.need("tmpfs", said.isEmpty(), "it cannot be mounted: " + said);
    return new SmallDisk(folder);
  }

  private static String size(int mebibytes) {
    return "size=%dm".formatted(mebibytes);
  }

  Path folder() {
    return folder;
  }

  void grow(int mebibytes) throws IOException {
    run("mount", "-o", "remount," + size(mebibytes), folder.toString());
  }

  /** Gives it to whom that file belongs to. */
  void giveTo(Path file) throws IOException {
    Files.setOwner(folder, Files.getOwner(file));
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return process.waitFor() == 0 ? "" : said.strip() + " ";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    run("umount", folder.toString());
  }
}
