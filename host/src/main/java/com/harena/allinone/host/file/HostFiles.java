package com.harena.allinone.host.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The machine's files, named by absolute path. */
public interface HostFiles {
  /** The text; empty when there is no such file. */
  Optional<String> read(Path file);

  /**
   * Writes the text whole or not at all, with these permissions from the first byte on, making
   * folders that lack; does nothing when the file already says this with these permissions.
   *
   * @return whether the file changed
   */
  boolean write(Path file, String text, FileMode mode);

  /** Copies the file, whole or not at all. */
  void copy(Path from, Path to, FileMode mode);

  /** Deletes the file if there is one; a power cut does not bring it back. */
  void delete(Path file);

  /** Whether there is a file or folder of this name. */
  boolean exists(Path file);

  /** Files inside the folder and below, sorted; empty when there is no such folder. */
  List<Path> list(Path folder);

  /** Makes the folder, and those above it, if it lacks. */
  void folder(Path folder);

  /** Hex SHA-256 of the file; empty when there is no such file. */
  Optional<String> sha256(Path file);

  /** The path at which this process finds the file: differs only in tests. */
  Path real(Path file);
}
