package com.harena.allinone.move.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/**
 * What the page says first.
 *
 * @param tone {@code good}, {@code bad} or {@code plain}
 * @param headline in a few words
 * @param detail in one sentence
 */
record Verdict(String tone, String headline, String detail) {
  static Verdict of(JsonNode report) {
    JsonNode proof = report.path("proof");
    boolean differs = proof.isObject() && !proof.path("equal").asBoolean();
    if (differs) {
      long items = items(proof, false);
      return new Verdict(
          "bad",
          Wording.several(items, "difference") + " found",
          "%s of %s %s on the two sides. The %s side serves."
              .formatted(
                  items,
                  Wording.several(items + items(proof, true), "item"),
                  items == 1 ? "differs" : "differ",
                  side(report)));
    }
    return switch (report.path("state").asText()) {
      case "begun" -> plain(report, "The move has begun", "Nothing has been copied yet.");
      case "backed-up" ->
          plain(report, "Backed up", "A whole backup is there; nothing was restored yet.");
      case "migrated" ->
          plain(report, "Copied, not yet proven", "Everything is on the new side; verify it next.");
      case "verified" -> good(report, "Proven equal", equality(proof));
      case "cut-over" -> good(report, "The new side serves", equality(proof));
      case "rolled-back" ->
          plain(report, "Rolled back", "The old side serves again, with nothing lost.");
      case "finished" -> good(report, "Moved and cleaned up", equality(proof));
      default -> plain(report, report.path("state").asText(), "");
    };
  }

  private static Verdict good(JsonNode report, String headline, String detail) {
    return new Verdict("good", headline, serving(report, detail));
  }

  private static Verdict plain(JsonNode report, String headline, String detail) {
    return new Verdict("plain", headline, serving(report, detail));
  }

  private static String serving(JsonNode report, String detail) {
    return "%s The %s side serves.".formatted(detail, side(report)).strip();
  }

  private static String side(JsonNode report) {
    return report.path("serving").asText().equals("target") ? "new" : "old";
  }

  private static String equality(JsonNode proof) {
    return proof.isObject()
        ? "%s compared with the %s, every one equal."
            .formatted(
                Wording.several(items(proof, true), "item"),
                proof.path("against").asText().equals("manifest")
                    ? "backup's manifest"
                    : "live old side")
        : "";
  }

  private static long items(JsonNode proof, boolean equal) {
    return StreamSupport.stream(proof.path("stores").spliterator(), false)
        .flatMap(store -> StreamSupport.stream(store.path("items").spliterator(), false))
        .filter(item -> item.path("equal").asBoolean() == equal)
        .count();
  }
}
