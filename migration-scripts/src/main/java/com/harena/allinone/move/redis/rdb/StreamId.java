package com.harena.allinone.move.redis.rdb;

/**
 * Id of a stream's entry.
 *
 * @param milliseconds first part, unsigned
 * @param sequence second part, unsigned
 */
public record StreamId(long milliseconds, long sequence) {
  @Override
  public String toString() {
    return Long.toUnsignedString(milliseconds) + "-" + Long.toUnsignedString(sequence);
  }
}
