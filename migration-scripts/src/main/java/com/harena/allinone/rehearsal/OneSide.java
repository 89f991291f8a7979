package com.harena.allinone.rehearsal;

import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import com.harena.allinone.rehearsal.server.PostgresServer;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.rehearsal.server.ServerFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The three servers of one side. */
record OneSide(PostgresServer postgres, ElasticsearchServer elasticsearch, RedisServer redis) {
  /** The servers of one side while they start, each by itself. */
  record Starting(
      CompletableFuture<PostgresServer> postgres,
      CompletableFuture<ElasticsearchServer> elasticsearch,
      CompletableFuture<RedisServer> redis) {
    /** All of them, once all serve. */
    OneSide await() {
      return new OneSide(
          Started.await(postgres), Started.await(elasticsearch), Started.await(redis));
    }
  }

  /**
   * Begins to start the servers of one side.
   *
   * @param redisLines of Redis' configuration
   */
  static Starting start(
      Started started, ServerFiles files, Path folder, int major, List<String> redisLines) {
    return new Starting(
        started.server(
            () ->
                PostgresServer.start(
                    files, major, folder.resolve("postgres"), PostgresServer.QUICK)),
        started.server(
            () -> ElasticsearchServer.start(files, folder.resolve("elasticsearch"), Map.of())),
        started.server(() -> RedisServer.start(files, folder.resolve("redis"), redisLines)));
  }

  /** Versions do not show here: they are what the servers say of themselves. */
  @Override
  public String toString() {
    return "PostgreSQL %d on %s, Elasticsearch on %s, Redis on %s"
        .formatted(postgres.major(), postgres.address(), elasticsearch.address(), redis.address());
  }
}
