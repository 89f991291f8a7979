package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.progress.Amounts;
import java.time.Duration;

/** How far a move is, for people. */
public final class MoveStatus {
  private MoveStatus() {}

  /** The text of a move's summary. */
  public static String text(JsonNode move) {
    if (move.path("move").asText().isEmpty()) {
      return "no move of %s has begun%n%s"
          .formatted(move.path("environment").asText(), next(move.path("next")));
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "move %s of %s: %s; the %s side serves%n%n"
            .formatted(
                move.path("move").asText(),
                move.path("environment").asText(),
                move.path("state").asText(),
                move.path("serving").asText().equals("target") ? "new" : "old"));
    TextTable table = new TextTable(2, 3);
    for (JsonNode step : move.path("steps")) {
      table.line(
          step.path("step").asText(),
          step.path("began").asText().replaceFirst("[.][0-9]+Z$", "Z"),
          step.path("seconds").isNull()
              ? ""
              : Amounts.time(Duration.ofMillis(Math.round(step.path("seconds").asDouble() * 1000))),
          step.path("outcome").asText(),
          step.path("message").asText());
    }
    text.append(table.text());
    for (JsonNode backup : move.path("backups")) {
      text.append(
          "%n%s of the %s side: %s in %s"
              .formatted(
                  backup.path("folder").asText(),
                  backup.path("side").asText().equals("target") ? "new" : "old",
                  Amounts.bytes(backup.path("bytes").asDouble()),
                  Amounts.count(backup.path("files").asLong(), "file")));
    }
    return text.append(move.path("backups").isEmpty() ? "" : "\n").append('\n')
        + next(move.path("next"));
  }

  private static String next(JsonNode next) {
    return next.isNull() || next.isMissingNode()
        ? "nothing is left to do\n"
        : "next: %s: %s%n".formatted(next.path("message").asText(), next.path("command").asText());
  }
}
