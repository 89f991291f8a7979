package com.harena.allinone.move.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The text of an entry: a JSON object whose last member is the CRC-32C of all bytes before that
 * member.
 */
final class Line {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SUM_LENGTH = ",\"sum\":\"00000000\"}".length();

  private Line() {}

  static byte[] write(Entry entry) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("n", entry.number()).put("at", entry.at().toString()).put("type", entry.type());
    node.setAll(entry.content());
    try {
      String text = MAPPER.writeValueAsString(node);
      String start = text.substring(0, text.length() - 1);
      String sum = sum(start.getBytes(StandardCharsets.UTF_8));
      return (start + ",\"sum\":\"" + sum + "\"}\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that was built cannot be written", e);
    }
  }

  /** Reads a line without its end; null when it is not what was written. */
  static Entry read(byte[] line) {
    int end = line.length - SUM_LENGTH;
    if (end < 2) {
      return null;
    }
    byte[] start = Arrays.copyOf(line, end);
    String tail = new String(line, end, SUM_LENGTH, StandardCharsets.UTF_8);
    if (!tail.equals(",\"sum\":\"" + sum(start) + "\"}")) {
      return null;
    }
    try {
      JsonNode node = MAPPER.readTree(line);
      ObjectNode content = (ObjectNode) node;
      Entry entry =
          new Entry(
              node.get("n").asLong(),
              Instant.parse(node.get("at").asText()),
              node.get("type").asText(),
              content);
      content.remove("n");
      content.remove("at");
      content.remove("type");
      content.remove("sum");
      return entry;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static String sum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
