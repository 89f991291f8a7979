package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the keys of one database in a single pipeline: while one batch of dumps is on its way, the
 * sizes of the next keys are asked for, and the names of those after them.
 *
 * <p>The sizes keep what the server must hold for us bounded: a batch is at most {@value #BATCH}
 * keys or {@value #BATCH_BYTES} bytes by {@code MEMORY USAGE}, or one key.
 */
final class KeyReading {
  private static final int BATCH = 256;
  private static final int BATCH_BYTES = 1 << 20;
  private static final int AHEAD = 4 * BATCH;

  private static final byte[] MEMORY = Command.bytes("MEMORY");
  private static final byte[] USAGE = Command.bytes("USAGE");
  private static final byte[] DUMP = Command.bytes("DUMP");

  private final RedisConnection connection;
  private final int database;
  private final ExpiryReader expiry;
  private final Predicate<KeyId> wanted;
  private final KeyHandler handler;
  private final Work work;

  private final Deque<Step> replies = new ArrayDeque<>();
  private final Deque<Sized> ready = new ArrayDeque<>();
  private byte[] cursor = Command.bytes("0");
  private boolean scanning;
  private boolean scanned;
  private int sizing;
  private int dumping;

  private static final class Sized {
    private final KeyId key;
    private final long bytes;

    private Sized(KeyId key, long bytes) {
      this.key = key;
      this.bytes = bytes;
    }
  }

  private interface Step {
    void reply() throws IOException;
  }

  KeyReading(
      RedisConnection connection,
      int database,
      ExpiryReader expiry,
      Predicate<KeyId> wanted,
      KeyHandler handler,
      Work work) {
    this.connection = connection;
    this.database = database;
    this.expiry = expiry;
    this.wanted = wanted;
    this.handler = handler;
    this.work = work;
  }

  void run() throws IOException {
    connection.call("SELECT", database);
    scan();
    while (!replies.isEmpty()) {
      connection.flush();
      replies.poll().reply();
      if (dumping < BATCH && !ready.isEmpty() && (ready.size() >= BATCH || sizing == 0)) {
        dump();
      }
    }
  }

  private void send(Step step, byte[]... command) {
    connection.send(command);
    replies.add(step);
  }

  private void scan() {
    scanning = true;
    send(
        this::scanned, Command.bytes("SCAN"), cursor, Command.bytes("COUNT"), Command.bytes(AHEAD));
  }

  private void scanned() {
    work.proceed();
    List<?> reply = (List<?>) connection.reply();
    scanning = false;
    cursor = (byte[]) reply.get(0);
    scanned = cursor.length == 1 && cursor[0] == '0';
    for (Object key : (List<?>) reply.get(1)) {
      KeyId id = new KeyId(database, (byte[]) key);
      if (wanted.test(id)) {
        sizing++;
        send(() -> sized(id), MEMORY, USAGE, id.name());
      }
    }
    scanAhead();
  }

  private void scanAhead() {
    if (!scanned && !scanning && sizing + ready.size() < AHEAD) {
      scan();
    }
  }

  private void sized(KeyId key) {
    sizing--;
    if (connection.reply() instanceof Long bytes) {
      ready.add(new Sized(key, bytes));
    }
  }

  private void dump() {
    List<KeyId> keys = new ArrayList<>();
    long bytes = 0;
    while (!ready.isEmpty()
        && keys.size() < BATCH
        && (keys.isEmpty() || bytes + ready.peek().bytes < BATCH_BYTES)) {
      Sized sized = ready.poll();
      bytes += sized.bytes;
      keys.add(sized.key);
    }
    dumping += keys.size();
    long[] expiries = new long[keys.size()];
    expiry.ask(keys, expiries, (step, command) -> send(step::reply, command));
    for (int i = 0; i < expiries.length; i++) {
      int number = i;
      KeyId key = keys.get(i);
      send(() -> dumped(key, expiries[number]), DUMP, key.name());
    }
    scanAhead();
  }

  private void dumped(KeyId key, long expires) throws IOException {
    dumping--;
    long length = connection.beginBulk();
    if (length < 0) {
      return;
    }
    if (expires == ExpiryReader.GONE) {
      connection.body().skipNBytes(length);
    } else {
      handler.key(key, expires, length, connection.body());
    }
    connection.endOfBulk();
  }
}
