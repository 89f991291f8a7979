package com.harena.allinone.move.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** Reports as the engine writes them. */
final class Samples {
  private Samples() {}

  static ObjectNode report() {
    try (InputStream json = Samples.class.getResourceAsStream("/move-report.json")) {
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without what differs. */
  static ObjectNode equal(ObjectNode report) {
    ObjectNode proof = (ObjectNode) report.path("proof");
    proof.put("equal", true);
    for (JsonNode store : proof.path("stores")) {
      ((ObjectNode) store).put("equal", true);
      for (Iterator<JsonNode> items = ((ArrayNode) store.path("items")).iterator();
          items.hasNext(); ) {
        if (!items.next().path("equal").asBoolean()) {
          items.remove();
        }
      }
    }
    return report;
  }

  static ObjectNode item(ObjectNode report) {
    return (ObjectNode) report.path("proof").path("stores").path(0).path("items").path(0);
  }
}
