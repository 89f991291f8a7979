package com.harena.allinone.move.redis;

import java.io.IOException;
import java.io.InputStream;

/** Is given keys one by one. */
interface KeyHandler {
  /** {@code expiry} of a key that lives until it is deleted. */
  long NEVER = -1;

  /**
   * One key.
   *
   * @param expiry in milliseconds since 1970, or {@link #NEVER}
   * @param length bytes of the dump
   * @param dump holds them next, all of which the handler reads
   */
  void key(KeyId key, long expiry, long length, InputStream dump) throws IOException;
}
