package com.harena.allinone.emulator.server.query;

import com.harena.allinone.emulator.server.Xml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists and values of the query protocol as XML. */
final class Members {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Members() {}

  /** A list of structures. */
  static <T> String of(String name, Collection<T> all, Function<T, String> inside) {
    return Xml.wrap(
        name,
        all.stream()
            .map(one -> Xml.wrap("member", inside.apply(one)))
            .collect(Collectors.joining()));
  }

  /** A list of texts. */
  static String texts(String name, Collection<String> all) {
    return Xml.wrap(
        name, all.stream().map(one -> Xml.element("member", one)).collect(Collectors.joining()));
  }

  /** Tags. */
  static String tags(Map<String, String> tags) {
    return of(
        "Tags",
        tags.entrySet(),
        tag -> Xml.element("Key", tag.getKey()) + Xml.element("Value", tag.getValue()));
  }

  /** A point in time. */
  static String time(String name, Instant at) {
    return Xml.element(name, TIME.format(at));
  }

  /** A point in time, or nothing. */
  static String time(String name, Optional<Instant> at) {
    return at.map(value -> time(name, value)).orElse("");
  }

  /** A flag. */
  static String flag(String name, boolean on) {
    return Xml.element(name, Boolean.toString(on));
  }
}
