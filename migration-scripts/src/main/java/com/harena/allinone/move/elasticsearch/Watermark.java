package com.harena.allinone.move.elasticsearch;

import java.util.Locale;
import java.util.Map;

/**
 * How full a disk may become.
 *
 * @param share of the disk that may be used, 1 if only the free bytes count
 * @param free bytes that must stay free
 */
record Watermark(double share, long free) {
  private static final Map<String, Integer> SHIFTS =
      Map.of("kb", 10, "mb", 20, "gb", 30, "tb", 40, "pb", 50);

  /** Reads {@code 85%}, {@code 0.85} or {@code 20gb}. */
  static Watermark parse(String text) {
    String value = text.strip().toLowerCase(Locale.ROOT);
    if (value.endsWith("%")) {
      return new Watermark(Double.parseDouble(value.substring(0, value.length() - 1)) / 100, 0);
    }
    for (Map.Entry<String, Integer> unit : SHIFTS.entrySet()) {
      if (value.endsWith(unit.getKey())) {
        double number = Double.parseDouble(value.substring(0, value.length() - 2));
        return new Watermark(1, (long) (number * (1L << unit.getValue())));
      }
    }
    if (value.endsWith("b")) {
      return new Watermark(1, Long.parseLong(value.substring(0, value.length() - 1)));
    }
    return new Watermark(Double.parseDouble(value), 0);
  }

  /** Bytes that may still be written to a disk of this size. */
  long room(long total, long available) {
    long mustStay = Math.max(free, (long) (total * (1 - share)));
    return Math.max(0, available - mustStay);
  }
}
