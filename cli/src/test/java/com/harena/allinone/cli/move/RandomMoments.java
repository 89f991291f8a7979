package com.harena.allinone.cli.move;

import java.util.Random;

/** Random moments in the life of a step, from a seed that a failure names. */
final class RandomMoments {
  /** A test that draws moments. */
  @FunctionalInterface
  interface Drawing {
    void run(RandomMoments moments) throws Exception;
  }

  private final Random random;
  private long shortest;
  private long longest;

  private RandomMoments(long seed) {
    random = new Random(seed);
  }

  /** Runs a test; when it fails, its seed is told. */
  static void run(Drawing test) {
    long seed = Long.getLong("allinone.seed", System.nanoTime());
    try {
      test.run(new RandomMoments(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError("with -Dallinone.seed=%d: %s".formatted(seed, e.getMessage()), e);
    }
  }

  /** Fits the moments to this machine: from a process's first work to the end of a long step. */
  void within(MoveFolder move) {
    long began = System.nanoTime();
    move.status();
    long start = (System.nanoTime() - began) / 1_000_000;
    shortest = start / 2;
    longest = 5 * start;
  }

  /** The next moment, in milliseconds since the start of a process. */
  long next() {
    return shortest + Math.round((longest - shortest) * random.nextDouble());
  }
}
