package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  private final String index;
  private final FileChannel out;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final byte[] portion = new byte[PENDING];
  private final byte[] pending = new byte[PENDING];
  private final CRC32 crc = new CRC32();
  private final DocumentHash hash = new DocumentHash(DocumentHash.Form.BYTES);
  private final HashSum sum = new HashSum();
  private int pendingLength;
  private int plain;
  private int documents;
  private int deflated;
  private long begin;

  /**
   * Writes into a file.
   *
   * @param index name of the documents' index, for messages
   */
  BulkFileWriter(Path file, String index) throws IOException {
    this.index = index;
    this.out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
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
          "index %s: document %s has no _source, so it cannot be moved; index it anew on the target and delete it here"
              .formatted(index, document.idText()));
    }
    if (plain + document.source().length() > REQUEST) {
      finish();
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

  private void put(byte[] from, int start, int length) throws IOException {
    plain += length;
    if (length > PENDING - pendingLength) {
      drain();
    }
    if (length > PENDING) {
      deflate(from, start, length);
      return;
    }
    System.arraycopy(from, start, pending, pendingLength, length);
    pendingLength += length;
  }

  private void drain() throws IOException {
    deflate(pending, 0, pendingLength);
    pendingLength = 0;
  }

  private void deflate(byte[] from, int start, int length) throws IOException {
    crc.update(from, start, length);
    deflater.setInput(from, start, length);
    while (!deflater.needsInput()) {
      written(deflater.deflate(portion));
    }
  }

  /** Compressed bytes go to the file behind the place of the header, which is not known yet. */
  private void written(int length) throws IOException {
    write(ByteBuffer.wrap(portion, 0, length), begin + Member.HEADER + deflated);
    deflated += length;
  }

  private void write(ByteBuffer buffer, long place) throws IOException {
    for (long at = place; buffer.hasRemaining(); ) {
      at += out.write(buffer, at);
    }
  }

  private void finish() throws IOException {
    if (documents == 0) {
      return;
    }
    drain();
    deflater.finish();
    while (!deflater.finished()) {
      written(deflater.deflate(portion));
    }
    write(ByteBuffer.wrap(Member.trailer(crc, plain)), begin + Member.HEADER + deflated);
    write(ByteBuffer.wrap(Member.header(deflated, plain, documents)), begin);
    begin = out.size();
    deflated = 0;
    deflater.reset();
    crc.reset();
    plain = 0;
    documents = 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (out.isOpen()) {
        finish();
      }
    } finally {
      deflater.end();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
