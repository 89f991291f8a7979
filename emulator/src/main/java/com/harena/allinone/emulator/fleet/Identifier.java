package com.harena.allinone.emulator.fleet;

import com.harena.allinone.digest.Sha256;
import java.util.UUID;

/** Ids as EC2 makes them. */
final class Identifier {
  private Identifier() {}

  /** An id such as {@code sir-0123abcd}. */
  static String spotRequest() {
    return "sir-" + Sha256.of(UUID.randomUUID().toString()).substring(0, 8);
  }
}
