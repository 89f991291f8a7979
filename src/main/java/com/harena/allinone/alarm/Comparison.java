package com.harena.allinone.alarm;

/** On which side of the threshold a value breaches. */
public enum Comparison {
  /** Below it. */
  BELOW("LessThanThreshold"),
  /** At or above it. */
  AT_LEAST("GreaterThanOrEqualToThreshold");

  private final String text;

  Comparison(String text) {
    this.text = text;
  }

  /** Whether a value breaches. */
  public boolean breaches(double value, double threshold) {
    return this == BELOW ? value < threshold : value >= threshold;
  }

  /** As CloudWatch writes it. */
  @Override
  public String toString() {
    return text;
  }
}
