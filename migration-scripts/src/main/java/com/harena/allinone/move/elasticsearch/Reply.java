package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a server answered. */
final class Reply {
  private static final int SHOWN = 400;

  private final int status;
  private final byte[] buffer;
  private final int length;

  Reply(int status, byte[] buffer, int length) {
    this.status = status;
    this.buffer = buffer;
    this.length = length;
  }

  int status() {
    return status;
  }

  /** Bytes of the answer, from index 0 to {@link #length}. */
  byte[] buffer() {
    return buffer;
  }

  int length() {
    return length;
  }

  boolean isOk() {
    return status >= 200 && status < 300;
  }

  JsonNode json() throws IOException {
    return Json.MAPPER.readTree(buffer, 0, length);
  }

  /** The type of the error as the server names it, empty if it names none. */
  String errorType() {
    return error("type");
  }

  /** The server's own words for what is wrong, down to the cause that says most. */
  String reason() {
    try {
      JsonNode error = json().path("error");
      if (error.isTextual()) {
        return error.asText();
      }
      JsonNode deepest = error;
      while (deepest.path("caused_by").path("reason").isTextual()) {
        deepest = deepest.path("caused_by");
      }
      if (deepest.path("reason").isTextual()) {
        return deepest.path("reason").asText();
      }
    } catch (IOException e) {
      // The text as it came says more.
    }
    return new String(buffer, 0, Math.min(length, SHOWN), StandardCharsets.UTF_8).strip();
  }

  /** Whether any cause of the error, also of a shard, has the type. */
  boolean hasErrorType(String type) {
    return status >= 400
        && new String(buffer, 0, Math.min(length, 65536), StandardCharsets.UTF_8)
            .contains("\"type\":\"" + type + "\"");
  }

  private String error(String field) {
    try {
      return json().path("error").path(field).asText();
    } catch (IOException e) {
      return "";
    }
  }
}
