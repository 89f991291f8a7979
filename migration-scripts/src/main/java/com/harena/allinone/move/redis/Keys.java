package com.harena.allinone.move.redis;

import java.io.IOException;
import java.util.function.Predicate;

/** The keys of one side, live or in a backup. */
interface Keys {
  /** Hands over the wanted keys of a database; one or another may come twice. */
  void read(int database, Predicate<byte[]> wanted, KeyHandler handler) throws IOException;
}
