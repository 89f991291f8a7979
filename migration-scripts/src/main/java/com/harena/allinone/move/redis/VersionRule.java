package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Finding;

/** Which way between versions a move can go. */
final class VersionRule {
  private static final String CODE = "redis.version";
  private static final int OLDEST = 500;
  private static final int FIELD_EXPIRY = 704;
  private static final int VALKEY_9 = 80;

  private VersionRule() {}

  static Finding check(ServerInfo source, ServerInfo target) {
    String both = "%s to %s".formatted(source.product(), target.product());
    if (source.release() < OLDEST || target.release() < OLDEST) {
      return Finding.error(CODE, both + ": 5.0 is the oldest that can restore an exact expiry");
    }
    if (isTaken(format(source), format(target))) {
      return Finding.ok(CODE, both);
    }
    if (source.release() >= FIELD_EXPIRY && target.release() < FIELD_EXPIRY) {
      return Finding.warning(
          CODE,
          both
              + ": the target is older, so keys are written by the commands of their types; fields of"
              + " hashes with an expiry of their own, and modules' values, cannot arrive and end the"
              + " step if there are any");
    }
    return Finding.warning(
        CODE,
        both
            + ": the target does not take the source's dumps, so keys are written by the commands of"
            + " their types, which takes longer; modules' values cannot arrive and end the step if"
            + " there are any");
  }

  /** Valkey 9 went a way of its own: it takes its own dumps and those of Redis up to 7.2. */
  private static boolean isTaken(int from, int to) {
    return to == VALKEY_9 ? from == VALKEY_9 || from <= 11 : from <= to;
  }

  /** The version of the dump's format that a server writes and reads up to. */
  private static int format(ServerInfo server) {
    if (server.text("valkey_version").matches("(9|\\d{2,})\\..*")) {
      return VALKEY_9;
    }
    int release = server.release();
    return release < 700 ? 9 : release < 702 ? 10 : release < 704 ? 11 : release < 806 ? 12 : 14;
  }
}
