package com.harena.allinone.move.elasticsearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One page of hits, taken apart in the order in which it came. */
final class Page {
  private final byte[] bytes;
  private final int length;
  private final JsonCursor cursor;
  private final Span name = new Span();
  private final Span skipped = new Span();
  private final Span sort = new Span();
  private final Document document = new Document();
  private String cursorId = "";
  private String lastSort = "";
  private long shards;
  private boolean timedOut;
  private int hits;

  private Page(Reply reply) {
    bytes = reply.buffer();
    length = reply.length();
    cursor = new JsonCursor(bytes, 0, reply.length());
  }

  static Page read(Reply reply, DocumentConsumer consumer) throws IOException {
    Page page = new Page(reply);
    page.top(consumer);
    return page;
  }

  /** Id of the point in time or the scroll to go on with, empty if none came. */
  String cursorId() {
    return cursorId;
  }

  /** How many bytes it had. */
  int bytes() {
    return length;
  }

  /** The sort values of the last hit as a JSON array. */
  String lastSort() {
    return lastSort;
  }

  int hits() {
    return hits;
  }

  /** Whether some shard is missing in the answer. */
  boolean isPartial() {
    return timedOut || shards > 0;
  }

  private void top(DocumentConsumer consumer) throws IOException {
    cursor.expect('{');
    while (field()) {
      if (cursor.is(name, "hits")) {
        hitsObject(consumer);
      } else if (cursor.is(name, "pit_id") || cursor.is(name, "_scroll_id")) {
        cursor.string(skipped);
        cursorId = text(skipped);
      } else if (cursor.is(name, "timed_out")) {
        cursor.value(skipped);
        timedOut = bytes[skipped.start()] == 't';
      } else if (cursor.is(name, "_shards")) {
        cursor.value(skipped);
        shards = Json.parse(text(skipped)).path("failed").asLong();
      } else {
        cursor.value(skipped);
      }
    }
  }

  private void hitsObject(DocumentConsumer consumer) throws IOException {
    cursor.expect('{');
    while (field()) {
      if (!cursor.is(name, "hits")) {
        cursor.value(skipped);
        continue;
      }
      cursor.expect('[');
      if (cursor.accept(']')) {
        continue;
      }
      do {
        hit();
        hits++;
        consumer.accept(document);
      } while (cursor.accept(','));
      cursor.expect(']');
    }
    if (sort.isPresent()) {
      lastSort = text(sort);
    }
  }

  private void hit() {
    document.begin(bytes);
    cursor.expect('{');
    while (field()) {
      if (cursor.is(name, "_id")) {
        cursor.string(document.id());
      } else if (cursor.is(name, "_source")) {
        cursor.value(document.source());
        document.spaced(cursor.isSpaced());
      } else if (cursor.is(name, "_routing")) {
        cursor.string(document.routing());
      } else if (cursor.is(name, "_version")) {
        cursor.value(skipped);
        document.version(skipped);
      } else if (cursor.is(name, "sort")) {
        cursor.value(sort);
      } else {
        cursor.value(skipped);
      }
    }
  }

  /** Reads a field's name, or the end of the object. */
  private boolean field() {
    cursor.accept(',');
    if (cursor.accept('}')) {
      return false;
    }
    cursor.string(name);
    cursor.expect(':');
    return true;
  }

  private String text(Span span) {
    return new String(bytes, span.start(), span.length(), StandardCharsets.UTF_8);
  }
}
