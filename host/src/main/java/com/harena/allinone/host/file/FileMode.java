package com.harena.allinone.host.file;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may read, write and run a file. */
public enum FileMode {
  /** Root alone reads and writes: 0600. */
  SECRET("rw-------"),
  /** Everyone reads, root writes: 0644. */
  PLAIN("rw-r--r--"),
  /** Everyone reads and runs, root writes: 0755. */
  PROGRAM("rwxr-xr-x");

  private final String letters;

  FileMode(String letters) {
    this.letters = letters;
  }

  /** The permissions as Java names them. */
  public Set<PosixFilePermission> permissions() {
    return PosixFilePermissions.fromString(letters);
  }
}
