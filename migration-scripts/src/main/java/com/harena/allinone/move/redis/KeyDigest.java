package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.KeyType;
import com.harena.allinone.move.redis.rdb.Payload;
import com.harena.allinone.move.redis.rdb.StreamId;
import com.harena.allinone.move.redis.rdb.Value;
import com.harena.allinone.move.redis.rdb.ValueVisitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * 128 bits of SHA-256 over a key, its type and its value, whatever the value's encoding.
 *
 * <p>Lists count in their order; members of sets, fields of hashes, members of sorted sets with
 * their scores, and the parts of a stream each give a hash of their own, and these are added. Of a
 * stream count entries, last id, groups with what they delivered last, consumers, and every pending
 * entry with its consumer, its time and how often it was delivered. Not counted: when a consumer
 * was last seen, and the statistics that versions before 7 do not keep (entries ever added, read).
 * A module's value counts by its bytes.
 */
final class KeyDigest implements ValueVisitor {
  private final MessageDigest hash = sha256();
  private final byte[] digest = new byte[32];
  private final ByteBuffer numbers = ByteBuffer.allocate(24);
  private KeyId key = new KeyId(0, new byte[0]);
  private KeyType type = KeyType.STRING;
  private long passedOver = Long.MIN_VALUE;
  private long parts;
  private long high;
  private long low;
  private byte[] group = new byte[0];
  private byte[] consumer = new byte[0];

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From now on the fields of hashes that expire at that time or before do not count. */
  void passOver(long time) {
    passedOver = time;
  }

  /** Whether it is a hash all of whose fields did not count. */
  boolean isEmptyHash() {
    return type == KeyType.HASH && parts == 0;
  }

  /** Reads a dump without its trailer. */
  void read(KeyId id, Payload payload) throws IOException {
    key = id;
    hash.reset();
    Value.read(payload, this);
  }

  /** Reads a key and when it expires, in place of its value. */
  void read(KeyId id, long expiry) {
    hash.reset();
    name('e', id);
    number(expiry);
    finish();
    high = half(0);
    low = half(8);
  }

  KeyType type() {
    return type;
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }

  private void number(long number) {
    numbers.clear();
    numbers.putLong(number);
    hash.update(numbers.array(), 0, 8);
  }

  private void text(char tag, byte[] text) {
    numbers.clear();
    numbers.put((byte) tag);
    numbers.putInt(text.length);
    hash.update(numbers.array(), 0, 5);
    hash.update(text);
  }

  private void name(char tag, KeyId id) {
    text(tag, id.name());
    number(id.database());
  }

  private void id(StreamId id) {
    number(id.milliseconds());
    number(id.sequence());
  }

  private void finish() {
    try {
      hash.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  private long half(int offset) {
    return ByteBuffer.wrap(digest).getLong(offset);
  }

  private void addPart() {
    finish();
    high += half(0);
    low += half(8);
    parts++;
  }

  @Override
  public void begin(KeyType begun, long length) {
    type = begun;
    parts = 0;
    high = 0;
    low = 0;
    if (isInOrder()) {
      name(type.tag(), key);
      number(length);
    }
  }

  private boolean isInOrder() {
    return type == KeyType.STRING || type == KeyType.LIST || type == KeyType.MODULE;
  }

  @Override
  public void piece(byte[] bytes, int offset, int length) {
    hash.update(bytes, offset, length);
  }

  @Override
  public void element(byte[] element) {
    text('m', element);
    if (!isInOrder()) {
      addPart();
    }
  }

  @Override
  public void field(byte[] field, byte[] value, long expiry) {
    if (expiry > 0 && expiry <= passedOver) {
      return;
    }
    text('f', field);
    text('v', value);
    number(expiry);
    addPart();
  }

  @Override
  public void member(byte[] member, double score) {
    text('z', member);
    number(Double.doubleToLongBits(score == 0 ? 0.0 : score));
    addPart();
  }

  @Override
  public void entry(StreamId id, List<byte[]> fieldsAndValues) {
    id(id);
    for (byte[] text : fieldsAndValues) {
      text('x', text);
    }
    addPart();
  }

  @Override
  public void lastId(StreamId id) {
    text('l', new byte[0]);
    id(id);
    addPart();
  }

  @Override
  public void group(byte[] name, StreamId lastDelivered) {
    group = name;
    text('g', name);
    id(lastDelivered);
    addPart();
  }

  @Override
  public void pending(StreamId id, long delivered, long count) {
    text('p', group);
    id(id);
    number(delivered);
    number(count);
    addPart();
  }

  @Override
  public void consumer(byte[] name) {
    consumer = name;
    text('c', group);
    text('c', name);
    addPart();
  }

  @Override
  public void owned(StreamId id) {
    text('o', group);
    text('o', consumer);
    id(id);
    addPart();
  }

  @Override
  public void end() {
    if (!isInOrder()) {
      name(type.tag(), key);
      number(parts);
      number(high);
      number(low);
    }
    finish();
    high = half(0);
    low = half(8);
  }
}
