package com.harena.allinone.move.redis;

import java.util.Arrays;

/** The key by which a move knows the server that it filled; no part of the data. */
final class MoveMark {
  /** Its name, in database 0. */
  static final String KEY = "allinone:move";

  private static final byte[] BYTES = Command.bytes(KEY);

  private MoveMark() {}

  static boolean isData(KeyId key) {
    return key.database() != 0 || !Arrays.equals(BYTES, key.name());
  }

  static boolean isOf(String move, RedisConnection connection) {
    connection.call("SELECT", 0);
    return connection.text("GET", BYTES).equals(move);
  }

  /** Whether the server is that move's now: two that begin at one moment do not both get it. */
  static boolean claim(String move, RedisConnection connection) {
    connection.call("SELECT", 0);
    connection.call("SET", BYTES, move, "NX");
    return isOf(move, connection);
  }

  static void remove(String move, RedisConnection connection) {
    if (isOf(move, connection)) {
      connection.call("DEL", BYTES);
    }
  }
}
