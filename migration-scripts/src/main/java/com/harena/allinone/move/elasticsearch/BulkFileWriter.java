package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes documents as the bodies of the bulk requests that load them, and sums their hashes. */
final class BulkFileWriter implements DocumentConsumer, Closeable {
  /** Bytes of a request before compression, beyond which another is begun. */
  static final int REQUEST = 5 << 20;

  private static final int PENDING = 64 * 1024;
  private static final byte[] ID = ascii("{\"index\":{\"_id\":\"");
  private static final byte[] ROUTING = ascii("\",\"routing\":\"");
  private static final byte[] VERSION = ascii("\",\"version_type\":\"external_gte\",\"version\":");
  private static final byte[] END = ascii("}}\n");

  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final ByteArrayOutputStream deflated = new ByteArrayOutputStream(1 << 20);
  private final byte[] portion = new byte[PENDING];
  private final byte[] pending = new byte[PENDING];
  private final CRC32 crc = new CRC32();
  private final DocumentHash hash = new DocumentHash(DocumentHash.Form.BYTES);
  private final HashSum sum = new HashSum();
  private int pendingLength;
  private int plain;
  private int documents;

  BulkFileWriter(Path file) throws IOException {
    out = Files.newOutputStream(file);
  }

  /** Sum of what was written. */
  HashSum sum() {
    return sum;
  }

  @Override
  public void accept(Document document) throws IOException {
    if (!document.source().isPresent()) {
      throw new StoreFailure(
          Side.SOURCE,
          "document %s has no _source, so it cannot be moved; leave its index behind"
              .formatted(document.idText()));
    }
    byte[] bytes = document.bytes();
    put(ID, 0, ID.length);
    put(bytes, document.id().start(), document.id().length());
    if (document.routing().isPresent()) {
      put(ROUTING, 0, ROUTING.length);
      put(bytes, document.routing().start(), document.routing().length());
    }
    put(VERSION, 0, VERSION.length);
    byte[] version = ascii(Long.toString(document.version()));
    put(version, 0, version.length);
    put(END, 0, END.length);
    if (document.isSpaced()) {
      onOneLine(document);
    }
    put(bytes, document.source().start(), document.source().length());
    put(END, 2, 1);
    hash.take(document);
    sum.add(hash.high(), hash.low());
    documents++;
    if (plain >= REQUEST) {
      finish();
    }
  }

  /** A line end between tokens becomes a space; within a text JSON has none. */
  private static void onOneLine(Document document) {
    byte[] bytes = document.bytes();
    for (int i = document.source().start(); i < document.source().end(); i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        bytes[i] = ' ';
      }
    }
  }

  private void put(byte[] from, int start, int length) {
    plain += length;
    if (length > PENDING - pendingLength) {
      drain();
    }
    if (length > PENDING) {
      crc.update(from, start, length);
      deflate(from, start, length);
      return;
    }
    System.arraycopy(from, start, pending, pendingLength, length);
    pendingLength += length;
  }

  private void drain() {
    crc.update(pending, 0, pendingLength);
    deflate(pending, 0, pendingLength);
    pendingLength = 0;
  }

  private void deflate(byte[] from, int start, int length) {
    deflater.setInput(from, start, length);
    while (!deflater.needsInput()) {
      deflated.write(portion, 0, deflater.deflate(portion));
    }
  }

  private void finish() throws IOException {
    if (documents == 0) {
      return;
    }
    drain();
    deflater.finish();
    while (!deflater.finished()) {
      deflated.write(portion, 0, deflater.deflate(portion));
    }
    out.write(Member.header(deflated.size(), plain, documents));
    deflated.writeTo(out);
    out.write(Member.trailer(crc, plain));
    deflated.reset();
    deflater.reset();
    crc.reset();
    plain = 0;
    documents = 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      finish();
    } finally {
      deflater.end();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
