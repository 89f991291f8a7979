package com.harena.allinone.move.redis.rdb;

import java.io.IOException;
import java.util.List;

/**
 * Is told a value part by part, in the order in which the server keeps it. A string comes as one
 * {@link #begin} and pieces of bounded length, every other value as one {@link #begin} and its
 * parts. Arrays belong to the visitor, except that of {@link #piece}.
 */
public interface ValueVisitor {
  /**
   * A value begins.
   *
   * @param length bytes of a string; 0 for other types
   */
  void begin(KeyType type, long length) throws IOException;

  /** So much more of a string, or of a module's value. */
  void piece(byte[] bytes, int offset, int length) throws IOException;

  /** An element of a list, or a member of a set. */
  void element(byte[] element) throws IOException;

  /**
   * A field of a hash.
   *
   * @param expiry when it expires, in milliseconds since 1970; 0 if never
   */
  void field(byte[] field, byte[] value, long expiry) throws IOException;

  /** A member of a sorted set. */
  void member(byte[] member, double score) throws IOException;

  /** An entry of a stream: fields and values in turn. */
  void entry(StreamId id, List<byte[]> fieldsAndValues) throws IOException;

  /** What a stream remembers besides its entries: the last id that was given. */
  void lastId(StreamId id) throws IOException;

  /** A consumer group of a stream. */
  void group(byte[] name, StreamId lastDelivered) throws IOException;

  /**
   * An entry that was delivered to the last group named, and not acknowledged.
   *
   * @param delivered when, in milliseconds since 1970
   * @param count how often
   */
  void pending(StreamId id, long delivered, long count) throws IOException;

  /** A consumer of the last group named. */
  void consumer(byte[] name) throws IOException;

  /** An entry that the last consumer named has not acknowledged. */
  void owned(StreamId id) throws IOException;

  /** The value is complete. */
  void end() throws IOException;
}
