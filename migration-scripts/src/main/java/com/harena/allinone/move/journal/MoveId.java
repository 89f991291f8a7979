package com.harena.allinone.move.journal;

import java.security.SecureRandom;

/** Names a move: 12 lower-case letters and digits, the first a letter. */
public final class MoveId {
  private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 12;

  private MoveId() {}

  /** A new one, 60 bits at random. */
  public static String next(SecureRandom random) {
    StringBuilder id = new StringBuilder(LENGTH);
    id.append(SIGNS.charAt(random.nextInt(26)));
    while (id.length() < LENGTH) {
      id.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return id.toString();
  }
}
