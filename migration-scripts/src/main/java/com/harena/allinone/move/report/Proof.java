package com.harena.allinone.move.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The comparison item by item: what differs first, then what holds data, then definitions. */
final class Proof {
  private static final List<String> SHOWN = List.of("table", "index", "database", "keys", "key");

  private final Markup page;

  private Proof(Markup page) {
    this.page = page;
  }

  static void write(JsonNode proof, Markup page) {
    page.begin("section").element("h2", "Proof");
    if (!proof.isObject()) {
      page.element("p", "Nothing has been compared yet.", "class", "quiet").end();
      return;
    }
    String against =
        proof.path("against").asText().equals("manifest")
            ? "the backup's manifest"
            : "the live old side";
    page.element(
        "p",
        "The new side against %s, by %s at %s. Equal means: the same count and the same checksum, whatever the order."
            .formatted(against, proof.path("step").asText(), Wording.time(proof.path("at"))),
        "class",
        "quiet");
    for (JsonNode store : proof.path("stores")) {
      new Proof(page).store(store);
    }
    page.end();
  }

  private void store(JsonNode store) {
    List<JsonNode> different = new ArrayList<>();
    List<JsonNode> data = new ArrayList<>();
    Map<String, List<JsonNode>> definitions = new LinkedHashMap<>();
    for (JsonNode item : store.path("items")) {
      String kind = item.path("kind").asText();
      if (!item.path("equal").asBoolean()) {
        different.add(item);
      } else if (SHOWN.contains(kind)) {
        data.add(item);
      } else {
        definitions.computeIfAbsent(kind, any -> new ArrayList<>()).add(item);
      }
    }
    boolean equal = store.path("equal").asBoolean();
    page.begin("h3").text(Wording.store(store.path("store")) + " ");
    page.element("span", equal ? "equal" : "differs", "class", "badge " + (equal ? "good" : "bad"))
        .end();
    different.forEach(this::difference);
    data.sort(Comparator.comparingLong(item -> -item.path("source").path("count").asLong()));
    if (!data.isEmpty()) {
      table(data);
    }
    definitions.forEach(this::definitions);
  }

  private void definitions(String kind, List<JsonNode> items) {
    page.begin("details");
    page.element("summary", "%s, equal".formatted(Wording.several(items.size(), kind)));
    table(items);
    page.end();
  }

  private void table(List<JsonNode> items) {
    page.begin("table").begin("thead").begin("tr");
    for (String head : List.of("What", "Name", "Old side", "New side", "Checksum")) {
      page.element("th", head, "scope", "col");
    }
    page.end().end().begin("tbody");
    for (JsonNode item : items) {
      page.begin("tr");
      cell("What", "kind", item.path("kind").asText());
      cell("Name", "name", item.path("name").asText());
      cell("Old side", "number", Wording.count(item.path("source").path("count")));
      cell("New side", "number", Wording.count(item.path("target").path("count")));
      cell("Checksum", "checksum", checksum(item.path("source")));
      page.end();
    }
    page.end().end();
  }

  private void cell(String label, String kind, String text) {
    page.element("td", text, "data-label", label, "class", kind);
  }

  private static String checksum(JsonNode side) {
    String whole = side.path("checksum").asText();
    return whole.length() <= 20 ? whole : whole.substring(0, 16) + "…";
  }

  private void difference(JsonNode item) {
    page.begin("div", "class", "difference");
    page.element("h4", "%s %s".formatted(item.path("kind").asText(), item.path("name").asText()));
    page.begin("dl");
    side("Old side", item.path("source"));
    side("New side", item.path("target"));
    page.end();
    JsonNode keys = item.path("keys");
    if (!keys.isEmpty()) {
      page.begin("ul", "class", "keys");
      for (JsonNode key : keys) {
        page.begin("li").element("code", key.path("key").asText()).text(" ");
        page.text(meaning(key.path("kind").asText())).end();
      }
      page.end();
    }
    page.end();
  }

  private void side(String label, JsonNode side) {
    page.element("dt", label).begin("dd");
    if (side.isObject()) {
      page.text("%s · %s".formatted(Wording.count(side.path("count")), checksum(side)));
      String detail = side.path("detail").asText();
      if (!detail.isEmpty()) {
        page.element("pre", detail);
      }
    } else {
      page.text("not there");
    }
    page.end();
  }

  private static String meaning(String kind) {
    return switch (kind) {
      case "missing" -> "is missing on the new side";
      case "unexpected" -> "is on the new side only";
      default -> "has another value";
    };
  }
}
