package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Finding;

/** Which way between versions a move can go. */
final class VersionRule {
  private static final String CODE = "redis.version";
  private static final int OLDEST = 500;
  private static final int FIELD_EXPIRY = 704;

  private VersionRule() {}

  static Finding check(ServerInfo source, ServerInfo target) {
    String both = "Redis %s to %s".formatted(source.version(), target.version());
    if (source.release() < OLDEST || target.release() < OLDEST) {
      return Finding.error(CODE, both + ": 5.0 is the oldest that can restore an exact expiry");
    }
    if (format(source.release()) <= format(target.release())) {
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
            + ": the target is older, so keys are written by the commands of their types, which takes"
            + " longer; modules' values cannot arrive and end the step if there are any");
  }

  /** The version of the dump's format that a release writes and reads up to. */
  private static int format(int release) {
    return release < 700 ? 9 : release < 702 ? 10 : release < 704 ? 11 : release < 802 ? 12 : 13;
  }
}
