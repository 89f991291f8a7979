package com.harena.allinone.emulator.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout with another folder for what a local AWS writes, so that tests disturb no other. */
public final class LinkedCheckout {
  private static final Path CHECKOUT =
      Path.of(System.getProperty("allinone.checkout")).toAbsolutePath().normalize();

  private LinkedCheckout() {}

  /** Makes it in a folder; what was installed once is used by it too. */
  public static Path in(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(CHECKOUT)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (!name.equals(".allinone") && !name.equals("cdk.out")) {
          Files.createSymbolicLink(folder.resolve(name), entry);
        }
      }
    }
    Path local = Files.createDirectories(folder.resolve(".allinone/local"));
    for (String tool : List.of("python", "lambda")) {
      Path installed = CHECKOUT.resolve(".allinone/local").resolve(tool);
      if (Files.exists(installed)) {
        Files.createSymbolicLink(local.resolve(tool), installed);
      }
    }
    return folder;
  }
}
