package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.KeyType;

/** What is compared of one key: 128 bits of its value with its type, and when it expires. */
record KeyFacts(KeyType type, long high, long low, long expiry) {
  static KeyFacts of(KeyDigest digest, long expiry) {
    return new KeyFacts(digest.type(), digest.high(), digest.low(), expiry);
  }

  boolean sameValue(KeyFacts other) {
    return type == other.type && high == other.high && low == other.low;
  }

  /** Whether both live as long, give or take {@link KeyComparison#TOLERANCE}. */
  boolean sameExpiry(KeyFacts other) {
    if (expiry == KeyHandler.NEVER || other.expiry == KeyHandler.NEVER) {
      return expiry == other.expiry;
    }
    return Math.abs(expiry - other.expiry) <= KeyComparison.TOLERANCE.toMillis();
  }

  /** Whether it expires at that time or before, in milliseconds since 1970. */
  boolean isOver(long time) {
    return expiry != KeyHandler.NEVER && expiry <= time;
  }
}
