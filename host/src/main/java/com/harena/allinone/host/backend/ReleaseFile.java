package com.harena.allinone.host.backend;

import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;

/** Where the releases are kept: on the data volume, so that they outlive every instance. */
public final class ReleaseFile {
  /** Written whole or not at all. */
  public static final Path PATH = Path.of("/data/releases.json");

  private final HostFiles files;

  /** The file of this machine. */
  public ReleaseFile(HostFiles files) {
    this.files = files;
  }

  /**
   * What is kept there.
   *
   * @throws IllegalArgumentException if it is not what this version writes
   */
  public ReleaseState read() {
    return files.read(PATH).map(ReleaseJson::parse).orElseGet(ReleaseState::none);
  }

  /** Keeps the state; a power cut leaves this one or the one before. */
  void write(ReleaseState state) {
    files.write(PATH, ReleaseJson.text(state), FileMode.PLAIN);
  }
}
