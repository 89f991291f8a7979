package com.harena.allinone.move.redis.rdb;

import java.util.Locale;

/** What a key holds. */
public enum KeyType {
  /** Bytes. */
  STRING('S'),
  /** Elements in order. */
  LIST('L'),
  /** Members, each once. */
  SET('E'),
  /** Fields with values. */
  HASH('H'),
  /** Members with scores. */
  ZSET('Z'),
  /** Entries with ids, and consumer groups. */
  STREAM('X'),
  /** A module's own, known by its bytes only. */
  MODULE('M');

  private final char tag;

  KeyType(char tag) {
    this.tag = tag;
  }

  /** A letter of its own, for checksums. */
  public char tag() {
    return tag;
  }

  /** The word that {@code TYPE} answers with. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
