package com.harena.allinone.move.postgres.proof;

import java.math.BigInteger;

/** Counts and sums that come in pieces. Safe for several threads. */
final class Tally {
  private long count;
  private BigInteger sum = BigInteger.ZERO;

  synchronized void add(long rows, String hashes) {
    count += rows;
    sum = sum.add(new BigInteger(hashes));
  }

  synchronized long count() {
    return count;
  }

  synchronized String sum() {
    return sum.toString();
  }
}
