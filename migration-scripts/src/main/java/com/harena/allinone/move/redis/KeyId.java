package com.harena.allinone.move.redis;

import java.util.Arrays;

/** A key: its database and its name, which may be any bytes. */
final class KeyId {
  private final int database;
  private final byte[] name;

  KeyId(int database, byte[] name) {
    this.database = database;
    this.name = name;
  }

  int database() {
    return database;
  }

  /** The bytes themselves: nobody changes them. */
  byte[] name() {
    return name;
  }

  /** As a person reads it: the name, after the database unless that is the usual one. */
  String shown() {
    String text = KeyName.shown(name);
    return database == 0 ? text : "database %d: %s".formatted(database, text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyId key && database == key.database && Arrays.equals(name, key.name);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(name) + database;
  }
}
