package com.harena.allinone.rehearsal;

import com.harena.allinone.rehearsal.data.ElasticsearchData;
import com.harena.allinone.rehearsal.data.PostgresData;
import com.harena.allinone.rehearsal.data.RedisData;
import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import com.harena.allinone.rehearsal.server.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** Fills the old side with generated data, each store as soon as it serves. */
final class OldData {
  private final RehearsalSettings settings;
  private final Started started;
  private final String database;
  private final String user;

  OldData(RehearsalSettings settings, Started started) {
    this.settings = settings;
    this.started = started;
    this.database = settings.blueprint().services().postgres().database().toString();
    this.user = settings.blueprint().services().postgres().user().toString();
  }

  /** The old side, once everything is in it. */
  OneSide fill(OneSide.Starting starting) {
    CompletableFuture<Boolean> postgres =
        started.begin(() -> postgres(Started.await(starting.postgres())));
    CompletableFuture<Boolean> elasticsearch =
        started.begin(
            () -> {
              ElasticsearchServer server = Started.await(starting.elasticsearch());
              Started.await(postgres);
              return elasticsearch(server, Started.await(starting.postgres()));
            });
    CompletableFuture<Boolean> redis =
        started.begin(
            () -> {
              new RedisData(Started.await(starting.redis()).address()).fill(settings.size());
              return true;
            });
    Started.await(postgres);
    Started.await(elasticsearch);
    Started.await(redis);
    return starting.await();
  }

  private boolean postgres(PostgresServer server) {
    new PostgresData(server, database, user).fillLikeRds(settings.size());
    return true;
  }

  private boolean elasticsearch(ElasticsearchServer server, PostgresServer from)
      throws IOException, SQLException {
    try (Connection connection = from.connect(database)) {
      new ElasticsearchData(server.address()).fill(settings.size(), connection);
    }
    return true;
  }
}
