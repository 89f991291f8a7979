package com.harena.allinone.alarm;

/** How CloudWatch makes one value of all values of a period. */
public enum Statistic {
  /** The mean. */
  AVERAGE("Average"),
  /** The greatest. */
  MAXIMUM("Maximum"),
  /** The least. */
  MINIMUM("Minimum"),
  /** The total. */
  SUM("Sum");

  private final String text;

  Statistic(String text) {
    this.text = text;
  }

  /** As CloudWatch writes it. */
  @Override
  public String toString() {
    return text;
  }
}
