package com.harena.allinone.move.elasticsearch;

/** Sum of 128-bit hashes, and how many there are: the same in whatever order they come. */
final class HashSum {
  private long count;
  private long high;
  private long low;

  void add(long hashHigh, long hashLow) {
    long sum = low + hashLow;
    high += hashHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    low = sum;
    count++;
  }

  void add(HashSum other) {
    long before = count;
    add(other.high, other.low);
    count = before + other.count;
  }

  long count() {
    return count;
  }

  String checksum() {
    return "%016x%016x".formatted(high, low);
  }

  boolean isSame(HashSum other) {
    return count == other.count && high == other.high && low == other.low;
  }
}
