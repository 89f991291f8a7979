package com.harena.allinone.rehearsal.data;

/**
 * How much data there is.
 *
 * @param scale 1 is a million transactions
 */
public record DataSet(double scale) {
  /** Checks the scale. */
  public DataSet {
    if (!(scale >= 0.001 && scale <= 100)) {
      throw new IllegalArgumentException("scale %s; allowed: 0.001 to 100".formatted(scale));
    }
  }

  /** Rows of the biggest table. */
  public int transactions() {
    return scaled(1_000_000);
  }

  /** Documents in the index of the latest transactions. */
  public int documents() {
    return scaled(120_000);
  }

  int users() {
    return scaled(10_000);
  }

  int accounts() {
    return scaled(20_000);
  }

  int conversations() {
    return scaled(5_000);
  }

  int messages() {
    return scaled(60_000);
  }

  int sessions() {
    return scaled(20_000);
  }

  private int scaled(int whole) {
    return (int) Math.max(10, Math.round(whole * scale));
  }
}
