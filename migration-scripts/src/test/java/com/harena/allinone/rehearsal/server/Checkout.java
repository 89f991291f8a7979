package com.harena.allinone.rehearsal.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that these tests run in. */
public final class Checkout {
  private Checkout() {}

  /** Servers of this checkout. */
  public static ServerFiles servers() {
    return ServerFiles.of(folder());
  }

  /** Its folder: the first above the working directory that has the servers' versions. */
  public static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("migration-scripts/servers/pom.xml"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
