package com.harena.allinone.move.progress;

import com.harena.allinone.move.store.Progress.Unit;
import java.time.Duration;
import java.util.Locale;

/** Amounts, rates and times as people read them. */
public final class Amounts {
  private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Amounts() {}

  /** Bytes with a binary unit: 71.0 MiB. */
  public static String bytes(double bytes) {
    int unit = 0;
    double value = bytes;
    while (value >= 1024 && unit < BINARY.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, BINARY[unit]);
  }

  /** A time of minutes and seconds, with hours when there are any. */
  public static String time(Duration time) {
    return time.toHours() > 0
        ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : "%d:%02d".formatted(time.toMinutesPart(), time.toSecondsPart());
  }

  /** A number and its noun: 1 table, 2 tables. */
  public static String count(long number, String noun) {
    return count(number, noun, noun + "s");
  }

  /** A number and its noun: 1 index, 2 indices. */
  public static String count(long number, String one, String several) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
  }

  static String text(long done, long total, Unit unit) {
    String of = total > 0 ? " of " + plain(total, unit) : "";
    return plain(done, unit) + of + word(unit);
  }

  static String rate(double rate, Unit unit) {
    return unit == Unit.BYTES
        ? bytes(rate) + "/s"
        : String.format(Locale.ROOT, rate < 10 ? "%,.1f/s" : "%,.0f/s", rate);
  }

  private static String plain(long amount, Unit unit) {
    return unit == Unit.BYTES ? bytes((double) amount) : String.format(Locale.ROOT, "%,d", amount);
  }

  private static String word(Unit unit) {
    return unit == Unit.BYTES ? "" : " " + unit.name().toLowerCase(Locale.ROOT);
  }
}
