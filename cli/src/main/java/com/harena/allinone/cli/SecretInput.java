package com.harena.allinone.cli;

import com.harena.allinone.secret.SecretValue;
import java.io.IOException;

/** Where the value of a secret comes from: never the command line, which others can see. */
interface SecretInput {
  /**
   * Reads the value of the secret of this name.
   *
   * @throws com.harena.allinone.host.secret.SecretRefused if it is no text, or two entries differ
   */
  SecretValue read(String name) throws IOException;
}
