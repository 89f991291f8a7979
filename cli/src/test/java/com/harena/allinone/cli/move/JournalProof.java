package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads in a journal that no finished piece of work was done again. */
final class JournalProof {
  private final Set<String> finished = new HashSet<>();

  private JournalProof() {}

  /** Fails at the first piece that was finished twice, though nothing undid it in between. */
  static void assertNothingFinishedIsDoneAgain(List<JsonNode> journal) {
    JournalProof proof = new JournalProof();
    journal.forEach(proof::take);
    assertThat(proof.finished).as("finished pieces").hasSizeGreaterThan(10);
  }

  private void take(JsonNode line) {
    String scope = line.path("scope").asText();
    String piece = line.path("piece").asText();
    switch (line.path("type").asText()) {
      case "checkpoint" -> {
        if (!piece.startsWith("begun ") && !scope.startsWith("freeze/")) {
          finish(line, scope + " " + piece + " " + line.path("note").asText());
        }
      }
      case "forgotten" -> finished.removeIf(it -> it.startsWith(scope + " " + piece + " "));
      case "clearing" -> {
        String store = line.path("store").asText();
        finished.removeIf(it -> it.startsWith("migrate/" + store + "/"));
        finished.removeIf(it -> it.startsWith("restored " + store + " "));
      }
      case "restored" ->
          finish(
              line, "restored " + line.path("store").asText() + " " + line.path("folder").asText());
      case "backup" -> {
        if (line.path("finished").asBoolean()) {
          finish(line, "backup " + line.path("folder").asText());
        }
      }
      default -> {
        // No work.
      }
    }
  }

  private void finish(JsonNode line, String piece) {
    assertThat(finished.add(piece)).as("finished once only: %s", line).isTrue();
  }
}
