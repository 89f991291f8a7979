package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a command that ran on the instance. */
public final class RemoteResult {
  private RemoteResult() {}

  /** For people: a line for each of its parts. */
  public static String text(JsonNode result) {
    TextTable table = new TextTable(0, 0);
    result.properties().forEach(part -> table.line(words(part.getKey()), value(part.getValue())));
    return table.text();
  }

  /** {@code gapSeconds} becomes {@code gap seconds}. */
  private static String words(String key) {
    return key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static String value(JsonNode value) {
    if (value.isArray()) {
      List<String> all = new ArrayList<>();
      value.forEach(each -> all.add(value(each)));
      return all.isEmpty() ? "none" : String.join(", ", all);
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
