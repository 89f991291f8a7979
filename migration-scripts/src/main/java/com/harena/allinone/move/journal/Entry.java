package com.harena.allinone.move.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One line of a journal.
 *
 * @param number its place, from 1 on
 * @param at when it was written
 * @param type what it says, such as {@code begun}
 * @param content the rest
 */
public record Entry(long number, Instant at, String type, ObjectNode content) {
  /** A text of the content; empty if there is none. */
  public String text(String key) {
    return content.path(key).asText("");
  }

  /** Anything of the content. */
  public JsonNode get(String key) {
    return content.path(key);
  }
}
