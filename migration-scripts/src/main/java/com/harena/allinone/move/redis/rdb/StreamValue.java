package com.harena.allinone.move.redis.rdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A stream: listpacks of entries, the last id, and consumer groups with what they hold. */
final class StreamValue {
  private static final int DELETED = 1;
  private static final int SAME_FIELDS = 2;

  private final Payload payload;
  private final int format;
  private final ValueVisitor visitor;

  /**
   * A stream.
   *
   * @param format 1 to 3: what each version of the format adds
   */
  StreamValue(Payload payload, int format, ValueVisitor visitor) {
    this.payload = payload;
    this.format = format;
    this.visitor = visitor;
  }

  void read() throws IOException {
    visitor.begin(KeyType.STREAM, 0);
    long nodes = payload.length();
    for (long i = 0; i < nodes; i++) {
      ByteBuffer master = ByteBuffer.wrap(Text.read(payload));
      node(new StreamId(master.getLong(), master.getLong()), Packed.listpack(Text.read(payload)));
    }
    payload.length();
    visitor.lastId(payload.packedStreamId());
    if (format > 1) {
      payload.packedStreamId();
      payload.packedStreamId();
      payload.length();
    }
    long groups = payload.length();
    for (long i = 0; i < groups; i++) {
      group();
    }
  }

  private void node(StreamId master, Packed pack) throws IOException {
    long entries = pack.nextNumber() + pack.nextNumber();
    List<byte[]> fields = new ArrayList<>();
    for (long count = pack.nextNumber(); count > 0; count--) {
      fields.add(pack.next());
    }
    pack.next();
    for (long i = 0; i < entries; i++) {
      long flags = pack.nextNumber();
      StreamId id =
          new StreamId(
              master.milliseconds() + pack.nextNumber(), master.sequence() + pack.nextNumber());
      List<byte[]> content = new ArrayList<>();
      boolean same = (flags & SAME_FIELDS) != 0;
      long count = same ? fields.size() : pack.nextNumber();
      for (int j = 0; j < count; j++) {
        content.add(same ? fields.get(j) : pack.next());
        content.add(pack.next());
      }
      pack.next();
      if ((flags & DELETED) == 0) {
        visitor.entry(id, content);
      }
    }
  }

  private void group() throws IOException {
    byte[] name = Text.read(payload);
    visitor.group(name, payload.packedStreamId());
    if (format > 1) {
      payload.length();
    }
    for (long pending = payload.length(); pending > 0; pending--) {
      visitor.pending(payload.streamId(), payload.littleEndian(8), payload.length());
    }
    for (long consumers = payload.length(); consumers > 0; consumers--) {
      visitor.consumer(Text.read(payload));
      payload.littleEndian(8);
      if (format > 2) {
        payload.littleEndian(8);
      }
      for (long owned = payload.length(); owned > 0; owned--) {
        visitor.owned(payload.streamId());
      }
    }
  }
}
