package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.StoreFailure;
import java.util.ArrayDeque;
import java.util.Deque;

/** Commands sent ahead of their replies; a refusal names the key that it is about. */
final class WritePipeline {
  private static final int COMMANDS = 1024;
  private static final long BYTES = 4 << 20;

  private final RedisConnection connection;
  private final RedisServer server;
  private final Deque<byte[]> keys = new ArrayDeque<>();
  private long bytes;

  WritePipeline(RedisConnection connection, RedisServer server) {
    this.connection = connection;
    this.server = server;
  }

  RedisConnection connection() {
    return connection;
  }

  /** Sends a command about a key. */
  void send(byte[] key, byte[]... words) {
    connection.send(words);
    long size = 0;
    for (byte[] word : words) {
      size += word.length;
    }
    sent(key, size);
  }

  /** A command about a key was put on the connection. */
  void sent(byte[] key, long size) {
    keys.add(key);
    bytes += size;
    if (keys.size() >= COMMANDS || bytes >= BYTES) {
      connection.flush();
      drain(keys.size() / 2);
    }
  }

  /** Waits until the server has taken everything. */
  void drain() {
    drain(0);
  }

  private void drain(int rest) {
    connection.flush();
    while (keys.size() > rest) {
      byte[] key = keys.poll();
      try {
        connection.reply();
      } catch (CommandRefused e) {
        throw refused(key, e);
      }
    }
    bytes = 0;
  }

  private StoreFailure refused(byte[] key, CommandRefused e) {
    String name = KeyName.shown(key);
    if (e.begins("OOM")) {
      return server.failure(
          "has no memory left for key %s: %s; raise its maxmemory above what the source uses,"
                  .formatted(name, e.getMessage())
              + " then run the same command again",
          e);
    }
    if (e.says("Bad data format")) {
      return server.failure(
          "does not know the type of key %s (%s); load the source's module there, or delete the key"
              .formatted(name, e.getMessage()),
          e);
    }
    return server.failure("refuses key %s: %s".formatted(name, e.getMessage()), e);
  }
}
