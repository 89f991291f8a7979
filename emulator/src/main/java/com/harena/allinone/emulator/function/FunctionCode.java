package com.harena.allinone.emulator.function;

import com.harena.allinone.emulator.LocalFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The code of a function as files. */
final class FunctionCode {
  private FunctionCode() {}

  /** Unpacks an archive into a new folder. */
  static void unpack(byte[] zip, Path folder) {
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip))) {
      Files.createDirectories(folder);
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new LocalFailure(
              "the archive of a function names the file %s, which lies outside of it"
                  .formatted(entry.getName()));
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.write(file, archive.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new LocalFailure("cannot unpack a function: " + e.getMessage(), e);
    }
  }
}
