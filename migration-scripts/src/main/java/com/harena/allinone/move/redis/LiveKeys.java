package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.util.function.Predicate;

/** The keys of a running server, without the move's own mark. */
final class LiveKeys implements Keys {
  private final RedisConnection connection;
  private final ExpiryReader expiry;
  private final Work work;

  LiveKeys(RedisConnection connection, Work work) {
    this.connection = connection;
    this.expiry = ExpiryReader.of(connection);
    this.work = work;
  }

  boolean expiryIsExact() {
    return expiry.isExact();
  }

  @Override
  public void read(int database, Predicate<byte[]> wanted, KeyHandler handler) throws IOException {
    Predicate<byte[]> data = database == 0 ? wanted.and(MoveMark::isData) : wanted;
    new KeyReading(connection, database, expiry, data, handler, work).run();
  }
}
