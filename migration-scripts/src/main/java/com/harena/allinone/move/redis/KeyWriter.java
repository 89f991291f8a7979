package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.KeyType;
import com.harena.allinone.move.redis.rdb.Payload;
import com.harena.allinone.move.redis.rdb.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * Writes keys to the new side: by {@code RESTORE}, where it takes the source's format and the dump
 * is no larger than {@value #LARGE} bytes, else by the commands of the type.
 */
final class KeyWriter implements KeyHandler {
  /** Above this a server would have to hold the dump beside the value for too long. */
  static final int LARGE = 16 << 20;

  private static final byte[] RESTORE = Command.bytes("RESTORE");
  private static final byte[] REPLACE = Command.bytes("REPLACE");
  private static final byte[] ABSTTL = Command.bytes("ABSTTL");
  private static final byte[] ZERO = Command.bytes("0");

  private final WritePipeline pipeline;
  private final TypedWriter typed;
  private final RedisServer server;
  private int database = -1;
  private Boolean restores;

  KeyWriter(RedisConnection connection, RedisServer server) {
    this.pipeline = new WritePipeline(connection, server);
    this.typed = new TypedWriter(pipeline, server);
    this.server = server;
  }

  /** Waits until the server has taken everything. */
  void drain() {
    pipeline.drain();
  }

  @Override
  public void key(int number, byte[] key, long expiry, long length, InputStream dump)
      throws IOException {
    if (number != database) {
      pipeline.send(key, Command.of("SELECT", number));
      database = number;
    }
    if (length > LARGE) {
      large(key, expiry, length, dump);
      return;
    }
    byte[] bytes = new byte[(int) length];
    dump.readNBytes(bytes, 0, bytes.length);
    if (restores == null) {
      restores = tryRestore(key, bytes);
    }
    if (restores) {
      pipeline.send(key, RESTORE, key, time(expiry), bytes, REPLACE, ABSTTL);
    } else {
      typed(key, expiry, Payload.of(bytes, 0, bytes.length - Value.TRAILER));
    }
  }

  private static byte[] time(long expiry) {
    return expiry == NEVER ? ZERO : Command.bytes(expiry);
  }

  /** All dumps of a backup have one format: the first tells whether the server takes it. */
  private boolean tryRestore(byte[] key, byte[] bytes) {
    pipeline.drain();
    try {
      pipeline.connection().call(RESTORE, key, ZERO, bytes, REPLACE, ABSTTL);
      return true;
    } catch (CommandRefused e) {
      if (e.says("payload version") || e.begins("NOPERM") || e.says("unknown command")) {
        return false;
      }
      return true;
    }
  }

  private void large(byte[] key, long expiry, long length, InputStream dump) throws IOException {
    byte[] head = dump.readNBytes(1);
    KeyType type = Value.typeOf(head[0] & 0xff);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), dump);
    if (type == KeyType.MODULE || (type == KeyType.STREAM && !Boolean.FALSE.equals(restores))) {
      restoreInPieces(key, expiry, length, whole);
    } else {
      typed(key, expiry, Payload.of(whole, length - Value.TRAILER));
      dump.skipNBytes(Value.TRAILER);
    }
  }

  private void typed(byte[] key, long expiry, Payload payload) throws IOException {
    typed.key(key);
    Value.read(payload, typed);
    if (expiry != NEVER) {
      pipeline.send(key, Command.of("PEXPIREAT", key, expiry));
    }
  }

  private void restoreInPieces(byte[] key, long expiry, long length, InputStream dump)
      throws IOException {
    if (length > Integer.MAX_VALUE) {
      throw server.failure(
          "key %s has %d bytes, more than a command can hold".formatted(KeyName.shown(key), length),
          null);
    }
    pipeline.connection().restore(key, time(expiry), (int) length, dump);
    pipeline.sent(key, length);
  }
}
