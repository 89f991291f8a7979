package com.harena.allinone.move.wiring;

import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.elasticsearch.ElasticsearchStore;
import com.harena.allinone.move.engine.MoveSettings;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.OldStack;
import com.harena.allinone.move.engine.Traffic;
import com.harena.allinone.move.plan.MovePlan;
import com.harena.allinone.move.postgres.PostgresStore;
import com.harena.allinone.move.redis.RedisStore;
import com.harena.allinone.move.redis.WriteStop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engine works on when there is no move: the servers of one machine, which are both sides
 * at once, for a backup of them or a restore into them. One job at a time, since they serve
 * meanwhile.
 */
public final class ServerSettings {
  private static final int JOBS = 1;

  private final String environment;
  private final MovePlan.Servers servers;
  private final SecretSource secrets;

  /**
   * The servers.
   *
   * @param environment name that the manifest gives them
   * @param secrets where their references lead
   */
  public ServerSettings(String environment, MovePlan.Servers servers, SecretSource secrets) {
    this.environment = environment;
    this.servers = servers;
    this.secrets = secrets;
  }

  /**
   * What the engine works on. No server is spoken to.
   *
   * @param directory where journal and backups are
   * @param tool version of allinone
   */
  public MoveSettings in(Path directory, String tool) {
    return new MoveSettings(
        environment,
        "the servers of this machine",
        directory,
        tool,
        JOBS,
        stores(),
        (expected, work) -> List.of(),
        Traffic.byOperator(),
        OldStack.ofOperator());
  }

  private List<MovedStore> stores() {
    List<MovedStore> stores = new ArrayList<>();
    servers.postgres().ifPresent(it -> stores.add(postgres(it)));
    servers.elasticsearch().ifPresent(it -> stores.add(elasticsearch(it)));
    servers.redis().ifPresent(it -> stores.add(redis(it)));
    return stores;
  }

  private MovedStore postgres(PostgresEndpoint server) {
    PostgresStore store = new PostgresStore(server, server, secrets);
    return new MovedStore(store, server.toString(), server.toString(), () -> store);
  }

  private MovedStore elasticsearch(ElasticsearchEndpoint server) {
    ElasticsearchStore store = new ElasticsearchStore(server, server, secrets);
    return new MovedStore(store, server.toString(), server.toString(), () -> store);
  }

  private MovedStore redis(RedisEndpoint server) {
    RedisStore store = new RedisStore(server, server, secrets, WriteStop.atServer());
    return new MovedStore(store, server.toString(), server.toString(), () -> store);
  }
}
