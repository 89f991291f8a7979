package com.harena.allinone.move.redis;

import java.io.IOException;
import java.util.function.Predicate;

/** The keys of one side, live or in a backup. */
interface Keys {
  /** Hands over the wanted keys of all databases; one or another may come twice. */
  void read(Predicate<KeyId> wanted, KeyHandler handler) throws IOException;

  /**
   * The time by which its keys expire, in milliseconds since 1970: the server's own, whatever the
   * clock of this machine says.
   */
  long now();
}
