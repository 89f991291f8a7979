package com.harena.allinone.rehearsal;

import com.harena.allinone.rehearsal.server.ServerFiles;
import java.nio.file.Path;

/**
 * Where rehearsals and their reports are.
 *
 * @param path a folder that the servers' account can reach
 */
record RehearsalPlace(Path path) {
  /** In the checkout, or in a folder for temporary files if servers cannot be run there. */
  static RehearsalPlace of(Path checkout) {
    return new RehearsalPlace(
        ServerFiles.reachable(
            checkout.resolve(".allinone/rehearsals"), Path.of("/var/tmp/allinone-rehearsals")));
  }
}
