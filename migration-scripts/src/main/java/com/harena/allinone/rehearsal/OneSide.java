package com.harena.allinone.rehearsal;

import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import com.harena.allinone.rehearsal.server.PostgresServer;
import com.harena.allinone.rehearsal.server.RedisServer;

/** The three servers of one side. */
record OneSide(PostgresServer postgres, ElasticsearchServer elasticsearch, RedisServer redis) {
  /** Versions do not show here: they are what the servers say of themselves. */
  @Override
  public String toString() {
    return "PostgreSQL %d on %s, Elasticsearch on %s, Redis on %s"
        .formatted(postgres.major(), postgres.address(), elasticsearch.address(), redis.address());
  }
}
