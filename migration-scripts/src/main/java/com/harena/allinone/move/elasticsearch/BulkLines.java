package com.harena.allinone.move.elasticsearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The documents of a member, each with its two lines. */
final class BulkLines {
  /** Of the line before a document: id and routing have 512 bytes at most, each in six at most. */
  private static final int LONGEST_LINE = 16 << 10;

  private BulkLines() {}

  /** Two lines, each with its line end, for each document. */
  static List<byte[]> of(Member member) {
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
      throw member.damaged();
    }
    return pairs;
  }

  /** The id of the document. */
  static String id(byte[] pair) throws IOException {
    int end = 0;
    while (end < pair.length && pair[end] != '\n') {
      end++;
    }
    return Json.MAPPER.readTree(pair, 0, end).path("index").path("_id").asText();
  }

  /** The id of the first document. */
  static String firstId(Member member) throws IOException {
    return id(member.beginning(LONGEST_LINE));
  }

  /** Reads the documents of a member as if a server had sent them. */
  static void read(Member member, DocumentConsumer consumer) throws IOException {
    byte[] plain = member.plain();
    Document document = new Document();
    Span name = new Span();
    JsonCursor cursor = new JsonCursor(plain, 0, plain.length);
    try {
      for (int i = 0; i < member.documents(); i++) {
        document.begin(plain);
        action(cursor, name, document);
        cursor.value(document.source());
        document.spaced(cursor.isSpaced());
        consumer.accept(document);
      }
    } catch (MalformedAnswer e) {
      throw member.damaged();
    }
  }

  private static void action(JsonCursor cursor, Span name, Document document) {
    Span skipped = new Span();
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
  }
}
