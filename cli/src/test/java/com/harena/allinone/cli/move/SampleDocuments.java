package com.harena.allinone.cli.move;

import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Documents that hardly get smaller when they are compressed.
 *
 * @param count how many
 * @param bytes of each, about
 */
record SampleDocuments(int count, int bytes) {
  /** An index that keeps the text and does not search in it. */
  static final String INDEX =
      """
      {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
       "mappings": {"dynamic": false, "properties": {"n": {"type": "integer"}}}}
      """;

  private static final int SEED = 20_261_127;
  private static final int SHIFTS = 4096;
  private static final int BULK = 8 << 20;

  /** Bodies of bulk requests, made one after the other. */
  Stream<String> bulks() {
    String text = text();
    int each = Math.max(1, BULK / bytes);
    return IntStream.iterate(0, first -> first < count, first -> first + each)
        .mapToObj(first -> bulk(text, first, Math.min(count, first + each)));
  }

  private String bulk(String text, int first, int end) {
    StringBuilder body = new StringBuilder();
    for (int i = first; i < end; i++) {
      int start = i % SHIFTS;
      body.append("{\"index\":{\"_id\":\"").append(id(i)).append("\"}}\n{\"n\":").append(i);
      body.append(",\"text\":\"").append(text, start, start + bytes).append("\"}\n");
    }
    return body.toString();
  }

  static String id(int number) {
    return "d" + number;
  }

  private String text() {
    byte[] random = new byte[(bytes + SHIFTS) / 4 * 3 + 3];
    new Random(SEED).nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
