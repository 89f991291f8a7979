package com.harena.allinone.move.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Amounts and times as a reader likes them. */
final class Wording {
  private Wording() {}

  /** A store's name as its makers write it. */
  static String store(JsonNode name) {
    return switch (name.asText()) {
      case "postgres" -> "PostgreSQL";
      case "elasticsearch" -> "Elasticsearch";
      case "redis" -> "Redis";
      case "configuration" -> "Configuration";
      default -> name.asText();
    };
  }

  /** A message as a sentence of its own. */
  static String sentence(JsonNode message) {
    String text = message.asText();
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static String count(JsonNode number) {
    return number.isNumber() ? String.format(Locale.ROOT, "%,d", number.asLong()) : "–";
  }

  static String seconds(JsonNode seconds) {
    return seconds.isNumber() ? seconds(seconds.asDouble()) : "–";
  }

  static String seconds(double seconds) {
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 120) {
      return whole + " s";
    }
    return whole < 7200
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%d h %d min".formatted(whole / 3600, whole / 60 % 60);
  }

  static String bytes(JsonNode bytes) {
    return bytes.isNumber() ? bytes(bytes.asDouble()) : "–";
  }

  static String bytes(double bytes) {
    double amount = bytes;
    String unit = "bytes";
    for (String next : new String[] {"KiB", "MiB", "GiB", "TiB"}) {
      if (amount < 1024) {
        break;
      }
      amount /= 1024;
      unit = next;
    }
    return String.format(
        Locale.ROOT, unit.equals("bytes") || amount >= 99.95 ? "%.0f %s" : "%.1f %s", amount, unit);
  }

  static String amount(JsonNode amount, String unit) {
    return unit.equals("bytes") ? bytes(amount) : count(amount) + " " + unit;
  }

  /** {@code 2026-11-25T09:12:44.123Z} as {@code 2026-11-25 09:12:44 UTC}. */
  static String time(JsonNode time) {
    return time.isTextual()
        ? time.asText().replace('T', ' ').replaceFirst("(\\.\\d+)?Z$", " UTC")
        : "–";
  }

  /** {@code 1 table}, {@code 2 tables}. */
  static String several(long number, String one) {
    if (number == 1) {
      return "1 " + one;
    }
    String many =
        one.endsWith("y") && !one.endsWith("ey")
            ? one.substring(0, one.length() - 1) + "ies"
            : one + (one.endsWith("x") || one.endsWith("s") ? "es" : "s");
    return String.format(Locale.ROOT, "%,d %s", number, many);
  }
}
