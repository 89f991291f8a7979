package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.DumpFormat;
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

  private static final String ASKING = MoveMark.KEY + ":format";
  private static final byte[] RESTORE = Command.bytes("RESTORE");
  private static final byte[] REPLACE = Command.bytes("REPLACE");
  private static final byte[] ABSTTL = Command.bytes("ABSTTL");
  private static final byte[] ZERO = Command.bytes("0");

  private final WritePipeline pipeline;
  private final TypedWriter typed;
  private final RedisServer server;
  private final boolean restores;
  private int database = -1;

  /**
   * Writes on a connection.
   *
   * @param format version of the format that the keys' dumps have
   */
  KeyWriter(RedisConnection connection, RedisServer server, int format) {
    this.pipeline = new WritePipeline(connection, server);
    this.typed = new TypedWriter(pipeline, server);
    this.server = server;
    this.restores = restores(connection, format);
  }

  /** Whether the server takes such dumps, told by one of an empty string that expires at once. */
  private static boolean restores(RedisConnection connection, int format) {
    try {
      connection.call("RESTORE", ASKING, 1, DumpFormat.emptyString(format));
      connection.call("DEL", ASKING);
      return true;
    } catch (CommandRefused e) {
      return e.begins("BUSYKEY");
    }
  }

  /** Waits until the server has taken everything. */
  void drain() {
    pipeline.drain();
  }

  @Override
  public void key(KeyId id, long expiry, long length, InputStream dump) throws IOException {
    byte[] key = id.name();
    if (id.database() != database) {
      database = id.database();
      pipeline.send(key, Command.of("SELECT", database));
    }
    if (length > LARGE) {
      large(key, expiry, length, dump);
      return;
    }
    byte[] bytes = new byte[(int) length];
    dump.readNBytes(bytes, 0, bytes.length);
    if (restores) {
      pipeline.send(key, RESTORE, key, time(expiry), bytes, REPLACE, ABSTTL);
    } else {
      typed(key, expiry, Payload.of(bytes, 0, bytes.length - Value.TRAILER));
    }
  }

  private static byte[] time(long expiry) {
    return expiry == NEVER ? ZERO : Command.bytes(expiry);
  }

  private void large(byte[] key, long expiry, long length, InputStream dump) throws IOException {
    byte[] head = dump.readNBytes(1);
    KeyType type = Value.typeOf(head[0] & 0xff);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), dump);
    if (type == KeyType.MODULE || (type == KeyType.STREAM && restores)) {
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
