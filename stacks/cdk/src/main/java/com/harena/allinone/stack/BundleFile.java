package com.harena.allinone.stack;

import com.harena.allinone.bundle.HostBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The host bundle as a file: the CDK reads assets from files, and copies them at synthesis. */
final class BundleFile {
  private BundleFile() {}

  static Path of(HostBundle bundle) {
    try {
      Path folder = Files.createTempDirectory("host-bundle");
      folder.toFile().deleteOnExit();
      Path zip = folder.resolve("bundle.zip");
      zip.toFile().deleteOnExit();
      bundle.writeTo(zip);
      return zip;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the host bundle to the temporary folder", e);
    }
  }
}
