package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.KeyType;
import com.harena.allinone.move.redis.rdb.StreamId;
import com.harena.allinone.move.redis.rdb.ValueVisitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a value by the commands of its type, in portions: for servers that refuse {@code RESTORE}
 * of a newer server's dump, and for values so large that the server should not hold them twice.
 */
final class TypedWriter implements ValueVisitor {
  private static final int WORDS = 1024;
  private static final int BYTES = 1 << 19;

  private final WritePipeline pipeline;
  private final RedisServer server;
  private final TypedStream stream;
  private final List<byte[]> words = new ArrayList<>();
  private byte[] key = new byte[0];
  private byte[] command = new byte[0];
  private long bytes;

  TypedWriter(WritePipeline pipeline, RedisServer server) {
    this.pipeline = pipeline;
    this.server = server;
    this.stream = new TypedStream(pipeline);
  }

  /** The key whose value is read next. */
  void key(byte[] name) {
    key = name;
  }

  private void send(Object... parts) {
    pipeline.send(key, Command.of(parts));
  }

  @Override
  public void begin(KeyType type, long length) {
    if (type == KeyType.MODULE) {
      throw server.failure(
          "key %s holds a module's value, and the target refuses RESTORE of it; load the module"
                  .formatted(KeyName.shown(key))
              + " there in the source's version, or delete the key",
          null);
    }
    if (type == KeyType.STRING) {
      send("SET", key, "");
    } else {
      send("DEL", key);
    }
    stream.begin(key);
    command =
        Command.bytes(
            switch (type) {
              case LIST -> "RPUSH";
              case SET -> "SADD";
              case HASH -> "HSET";
              case ZSET -> "ZADD";
              default -> "";
            });
  }

  @Override
  public void piece(byte[] piece, int offset, int length) {
    send("APPEND", key, Arrays.copyOfRange(piece, offset, offset + length));
  }

  private void add(byte[]... more) {
    for (byte[] word : more) {
      words.add(word);
      bytes += word.length;
    }
    if (words.size() >= WORDS || bytes >= BYTES) {
      flush();
    }
  }

  private void flush() {
    if (words.isEmpty()) {
      return;
    }
    words.add(0, key);
    words.add(0, command);
    pipeline.send(key, words.toArray(new byte[0][]));
    words.clear();
    bytes = 0;
  }

  @Override
  public void element(byte[] element) {
    add(element);
  }

  @Override
  public void field(byte[] field, byte[] value, long expiry) {
    add(field, value);
    if (expiry > 0) {
      flush();
      send("HPEXPIREAT", key, expiry, "FIELDS", 1, field);
    }
  }

  @Override
  public void member(byte[] member, double score) {
    add(Command.bytes(written(score)), member);
  }

  private static String written(double score) {
    if (Double.isInfinite(score)) {
      return score > 0 ? "+inf" : "-inf";
    }
    return Double.toString(score);
  }

  @Override
  public void entry(StreamId id, List<byte[]> fieldsAndValues) {
    stream.entry(id, fieldsAndValues);
  }

  @Override
  public void lastId(StreamId id) {
    stream.lastId(id);
  }

  @Override
  public void group(byte[] name, StreamId lastDelivered) {
    stream.group(name, lastDelivered);
  }

  @Override
  public void pending(StreamId id, long delivered, long count) {
    stream.pending(id, delivered, count);
  }

  @Override
  public void consumer(byte[] name) {
    stream.consumer(name);
  }

  @Override
  public void owned(StreamId id) {
    stream.owned(id);
  }

  @Override
  public void end() {
    flush();
  }
}
