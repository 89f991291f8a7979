package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.host.remote.LogLine;
import java.time.temporal.ChronoUnit;

/** One line of a log. */
public final class LogText {
  private LogText() {}

  /** For people: when in UTC, who, what. */
  public static String of(LogLine line) {
    return "%s %-13s %s%n"
        .formatted(
            line.at().truncatedTo(ChronoUnit.SECONDS), line.service(), line.text().stripTrailing());
  }

  /** For programs: one object on one line. */
  public static String json(LogLine line) {
    ObjectNode json =
        Json.object()
            .put("at", line.at().toString())
            .put("service", line.service())
            .put("text", line.text());
    return json + "\n";
  }
}
