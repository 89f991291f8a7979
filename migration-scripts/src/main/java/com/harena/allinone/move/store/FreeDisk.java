package com.harena.allinone.move.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much disk is free. */
public final class FreeDisk {
  private FreeDisk() {}

  /**
   * Bytes that may be written below a folder, which need not exist yet.
   *
   * @throws IOException if that cannot be told
   */
  public static long below(Path folder) throws IOException {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.getFileStore(there).getUsableSpace();
  }
}
