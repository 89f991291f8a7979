package com.harena.allinone.machine;

import com.harena.allinone.digest.Sha256;

/**
 * The eight hexadecimal digits that end the logical ids of resources which are replaced together:
 * the beginning of the SHA-256 of a record's canonical JSON.
 */
public final class Suffix {
  private static final int DIGITS = 8;

  private Suffix() {}

  /** The suffix of a record of texts, whole numbers, booleans, maps of texts, and such records. */
  public static String of(Record identity) {
    return Sha256.of(CanonicalJson.of(identity)).substring(0, DIGITS);
  }
}
