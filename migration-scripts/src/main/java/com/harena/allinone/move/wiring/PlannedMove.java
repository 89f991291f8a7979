package com.harena.allinone.move.wiring;

import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.elasticsearch.ElasticsearchStore;
import com.harena.allinone.move.engine.ApplicationCheck;
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

/** What a plan moves. */
public final class PlannedMove {
  private final MovePlan plan;
  private final SecretSource secrets;

  /**
   * What the plan moves.
   *
   * @param secrets where its references lead
   */
  public PlannedMove(MovePlan plan, SecretSource secrets) {
    this.plan = plan;
    this.secrets = secrets;
  }

  /**
   * What the engine works on. No server is spoken to.
   *
   * @param directory where journal and backups are
   * @param tool version of allinone
   */
  public MoveSettings settings(Path directory, String tool) {
    return new MoveSettings(
        plan.environment(),
        plan.file().toString(),
        directory,
        tool,
        plan.jobs(),
        stores(),
        application(),
        Traffic.byOperator(),
        OldStack.ofOperator());
  }

  private List<MovedStore> stores() {
    List<MovedStore> stores = new ArrayList<>();
    plan.source().postgres().ifPresent(it -> stores.add(postgres(it)));
    plan.source().elasticsearch().ifPresent(it -> stores.add(elasticsearch(it)));
    plan.source().redis().ifPresent(it -> stores.add(redis(it)));
    return stores;
  }

  private MovedStore postgres(PostgresEndpoint source) {
    PostgresEndpoint target = plan.target().postgres().orElseThrow();
    return new MovedStore(
        new PostgresStore(source, target, secrets),
        source.toString(),
        target.toString(),
        () -> new PostgresStore(target, target, secrets));
  }

  private MovedStore elasticsearch(ElasticsearchEndpoint source) {
    ElasticsearchEndpoint target = plan.target().elasticsearch().orElseThrow();
    return new MovedStore(
        new ElasticsearchStore(source, target, secrets),
        source.toString(),
        target.toString(),
        () -> new ElasticsearchStore(target, target, secrets));
  }

  private MovedStore redis(RedisEndpoint source) {
    RedisEndpoint target = plan.target().redis().orElseThrow();
    return new MovedStore(
        new RedisStore(source, target, secrets, WriteStop.atServer()),
        source.toString(),
        target.toString(),
        () -> new RedisStore(target, target, secrets, WriteStop.atServer()));
  }

  private ApplicationCheck application() {
    return List::of;
  }
}
