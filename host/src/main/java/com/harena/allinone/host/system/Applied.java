package com.harena.allinone.host.system;

import com.harena.allinone.digest.Sha256;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which texts a running program was told of. Written after the telling, so that a cut between the
 * file and the telling makes the next run tell again.
 */
public final class Applied {
  private static final Path FOLDER = Path.of("/var/lib/allinone/applied");

  private final HostFiles files;

  /** Remembers on the root disk. */
  public Applied(HostFiles files) {
    this.files = files;
  }

  /** Whether the program of this name was told of exactly this text. */
  public boolean is(String name, String text) {
    return files.read(FOLDER.resolve(name)).equals(Optional.of(Sha256.of(text)));
  }

  /** Remembers that the program of this name was told of this text. */
  public void remember(String name, String text) {
    files.write(FOLDER.resolve(name), Sha256.of(text), FileMode.PLAIN);
  }
}
