package com.harena.allinone.move.redis;

import java.util.List;

/**
 * Reads when keys expire, in milliseconds since 1970.
 *
 * <p>From Redis 7 on {@code PEXPIRETIME} says so. Before, a script takes the remaining life and the
 * server's time in the same millisecond, which is as exact. Where scripts are refused, the
 * remaining life is added to the server's time of the moment before, which is late by as long as
 * the answer took.
 */
final class ExpiryReader {
  /** The key is no longer there. */
  static final long GONE = -2;

  private static final byte[] SCRIPT =
      Command.bytes(
          """
          local function now() local t = redis.call('TIME') return t[1] * 1000 + math.floor(t[2] / 1000) end
          local answers = {}
          for i, key in ipairs(KEYS) do
            local before, life, after
            repeat before = now() life = redis.call('PTTL', key) after = now() until before == after
            answers[i] = life < 0 and life or life + before
          end
          return answers
          """);
  private static final byte[] PEXPIRETIME = Command.bytes("PEXPIRETIME");
  private static final byte[] PTTL = Command.bytes("PTTL");
  private static final byte[] TIME = Command.bytes("TIME");

  private enum Way {
    COMMAND,
    SCRIPT,
    REMAINING_LIFE
  }

  private final RedisConnection connection;
  private final Way way;
  private long now;

  private ExpiryReader(RedisConnection connection, Way way) {
    this.connection = connection;
    this.way = way;
  }

  /** The most exact way that the server has. */
  static ExpiryReader of(RedisConnection connection) {
    for (Way way : Way.values()) {
      ExpiryReader reader = new ExpiryReader(connection, way);
      if (way == Way.REMAINING_LIFE || reader.works()) {
        return reader;
      }
    }
    throw new IllegalStateException("unreachable");
  }

  private boolean works() {
    byte[] key = Command.bytes(MoveMark.KEY);
    try {
      if (way == Way.COMMAND) {
        connection.call(PEXPIRETIME, key);
      } else {
        connection.call("EVAL", SCRIPT, 1, key);
      }
      return true;
    } catch (CommandRefused e) {
      return false;
    }
  }

  /** Whether two readings of the same key are equal to the millisecond. */
  boolean isExact() {
    return way != Way.REMAINING_LIFE;
  }

  /** Something that takes a command, and what reads its reply. */
  interface Pipeline {
    void send(Reply reply, byte[]... command);
  }

  /** Reads one reply. */
  interface Reply {
    void reply();
  }

  /** Puts the commands for these keys into the pipeline; their replies fill the array. */
  void ask(List<KeyId> keys, long[] expiries, Pipeline pipeline) {
    if (way == Way.SCRIPT) {
      byte[][] command = new byte[keys.size() + 3][];
      command[0] = Command.bytes("EVAL");
      command[1] = SCRIPT;
      command[2] = Command.bytes(keys.size());
      for (int i = 0; i < keys.size(); i++) {
        command[i + 3] = keys.get(i).name();
      }
      pipeline.send(() -> all(expiries), command);
      return;
    }
    if (way == Way.REMAINING_LIFE) {
      pipeline.send(this::time, TIME);
    }
    for (int i = 0; i < expiries.length; i++) {
      int number = i;
      pipeline.send(
          () -> expiries[number] = one(),
          way == Way.COMMAND ? PEXPIRETIME : PTTL,
          keys.get(i).name());
    }
  }

  private void all(long[] expiries) {
    List<?> answers = (List<?>) connection.reply();
    for (int i = 0; i < expiries.length; i++) {
      expiries[i] = (Long) answers.get(i);
    }
  }

  private void time() {
    now = milliseconds((List<?>) connection.reply());
  }

  /** What {@code TIME} answers, in milliseconds since 1970. */
  static long milliseconds(List<?> time) {
    long seconds = Long.parseLong(text(time.get(0)));
    return seconds * 1000 + Long.parseLong(text(time.get(1))) / 1000;
  }

  private static String text(Object bytes) {
    return new String((byte[]) bytes, java.nio.charset.StandardCharsets.US_ASCII);
  }

  private long one() {
    long answer = (Long) connection.reply();
    return answer < 0 || way == Way.COMMAND ? answer : now + answer;
  }
}
