package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.util.List;
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
  public void read(Predicate<KeyId> wanted, KeyHandler handler) throws IOException {
    for (int database : ServerInfo.read(connection).databases()) {
      new KeyReading(connection, database, expiry, wanted.and(MoveMark::isData), handler, work)
          .run();
    }
  }

  @Override
  public long now() {
    return ExpiryReader.milliseconds((List<?>) connection.call("TIME"));
  }
}
