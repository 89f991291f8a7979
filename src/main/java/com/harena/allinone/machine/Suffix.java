package com.harena.allinone.machine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The eight hexadecimal digits that end the logical ids of resources which are replaced together:
 * the beginning of the SHA-256 of a record's canonical JSON.
 */
public final class Suffix {
  private static final int DIGITS = 8;

  private Suffix() {}

  /** The suffix of a record of texts, whole numbers, booleans, maps of texts, and such records. */
  public static String of(Record identity) {
    String json = CanonicalJson.of(identity);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
