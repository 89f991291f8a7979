package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.StreamId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stream by commands. A pending entry that was deleted from its stream cannot be made so on Redis
 * 7 and later; the verification names such a stream.
 */
final class TypedStream {
  private static final StreamId ZERO = new StreamId(0, 0);

  private final WritePipeline pipeline;
  private final Map<StreamId, Delivery> deliveries = new HashMap<>();
  private byte[] key = new byte[0];
  private byte[] group = new byte[0];
  private byte[] consumer = new byte[0];
  private boolean hasEntries;

  private record Delivery(long time, long count) {}

  TypedStream(WritePipeline pipeline) {
    this.pipeline = pipeline;
  }

  private void send(Object... words) {
    pipeline.send(key, Command.of(words));
  }

  void begin(byte[] name) {
    key = name;
    hasEntries = false;
    deliveries.clear();
  }

  void entry(StreamId id, List<byte[]> fieldsAndValues) {
    byte[][] command = new byte[fieldsAndValues.size() + 3][];
    command[0] = Command.bytes("XADD");
    command[1] = key;
    command[2] = Command.bytes(id.toString());
    for (int i = 0; i < fieldsAndValues.size(); i++) {
      command[i + 3] = fieldsAndValues.get(i);
    }
    pipeline.send(key, command);
    hasEntries = true;
  }

  void lastId(StreamId id) {
    if (hasEntries) {
      send("XSETID", key, id);
    } else if (id.equals(ZERO)) {
      send("XGROUP", "CREATE", key, MoveMark.KEY, "0", "MKSTREAM");
      send("XGROUP", "DESTROY", key, MoveMark.KEY);
    } else {
      send("XADD", key, id, "", "");
      send("XDEL", key, id);
    }
  }

  void group(byte[] name, StreamId lastDelivered) {
    group = name;
    deliveries.clear();
    send("XGROUP", "CREATE", key, name, lastDelivered);
  }

  void pending(StreamId id, long delivered, long count) {
    deliveries.put(id, new Delivery(delivered, count));
  }

  void consumer(byte[] name) {
    consumer = name;
    send("XGROUP", "CREATECONSUMER", key, group, name);
  }

  void owned(StreamId id) {
    Delivery delivery = deliveries.getOrDefault(id, new Delivery(0, 1));
    send(
        "XCLAIM",
        key,
        group,
        consumer,
        0,
        id,
        "TIME",
        delivery.time(),
        "RETRYCOUNT",
        delivery.count(),
        "FORCE",
        "JUSTID");
  }
}
