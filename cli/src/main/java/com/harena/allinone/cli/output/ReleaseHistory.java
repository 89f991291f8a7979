package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.JsonNode;

/** What was released on an instance, the newest last. */
public final class ReleaseHistory {
  private static final String NONE = "none";

  private ReleaseHistory() {}

  /** For people: what serves, what was before, and a line for each act. */
  public static String text(JsonNode state) {
    TextTable heads = new TextTable(0, 0);
    heads.line("current", name(state.path("current")));
    heads.line("previous", name(state.path("previous")));
    if (state.has("attempt")) {
      heads.line(
          "under way",
          "%s since %s"
              .formatted(
                  name(state.path("attempt").path("image")),
                  state.path("attempt").path("at").asText()));
    }
    TextTable acts = new TextTable(0, 0);
    for (JsonNode act : state.path("history")) {
      acts.line(
          act.path("at").asText(),
          act.path("outcome").asText(),
          act.has("gapMilliseconds") ? "gap " + act.path("gapMilliseconds").asLong() + " ms" : "",
          "%s: %s".formatted(name(act.path("image")), act.path("message").asText()));
    }
    return heads.text() + acts.text();
  }

  private static String name(JsonNode image) {
    return image.path("name").asText(NONE);
  }
}
