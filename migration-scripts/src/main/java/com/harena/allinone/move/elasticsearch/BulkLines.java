package com.harena.allinone.move.elasticsearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The documents of a member, each with its two lines. */
final class BulkLines {
  private BulkLines() {}

  /** Two lines, each with its line end, for each document. */
  static List<byte[]> of(Member member) throws IOException {
    byte[] plain = member.plain();
    List<byte[]> pairs = new ArrayList<>(member.documents());
    int start = 0;
    int lines = 0;
    for (int i = 0; i < plain.length; i++) {
      if (plain[i] == '\n' && ++lines % 2 == 0) {
        pairs.add(Arrays.copyOfRange(plain, start, i + 1));
        start = i + 1;
      }
    }
    if (pairs.size() != member.documents() || start != plain.length) {
      throw new IOException("a member holds other documents than its header says");
    }
    return pairs;
  }

  /** The id of the document. */
  static String id(byte[] pair) throws IOException {
    int end = 0;
    while (pair[end] != '\n') {
      end++;
    }
    return Json.MAPPER.readTree(pair, 0, end).path("index").path("_id").asText();
  }

  /** Reads the documents of a member as if a server had sent them. */
  static void read(Member member, DocumentConsumer consumer) throws IOException {
    Document document = new Document();
    Span name = new Span();
    Span skipped = new Span();
    for (byte[] pair : of(member)) {
      document.begin(pair);
      JsonCursor cursor = new JsonCursor(pair, 0, pair.length);
      cursor.expect('{');
      cursor.string(name);
      cursor.expect(':');
      cursor.expect('{');
      do {
        cursor.string(name);
        cursor.expect(':');
        if (cursor.is(name, "_id")) {
          cursor.string(document.id());
        } else if (cursor.is(name, "routing")) {
          cursor.string(document.routing());
        } else {
          cursor.value(skipped);
          if (cursor.is(name, "version")) {
            document.version(skipped);
          }
        }
      } while (cursor.accept(','));
      cursor.expect('}');
      cursor.expect('}');
      cursor.value(document.source());
      document.spaced(cursor.isSpaced());
      consumer.accept(document);
    }
  }
}
