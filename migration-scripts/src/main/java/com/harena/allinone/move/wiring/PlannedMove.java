package com.harena.allinone.move.wiring;

import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.configuration.ConfigurationStore;
import com.harena.allinone.move.configuration.FileParameters;
import com.harena.allinone.move.configuration.ParameterWriter;
import com.harena.allinone.move.elasticsearch.ElasticsearchStore;
import com.harena.allinone.move.engine.MoveSettings;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.OldStack;
import com.harena.allinone.move.engine.Traffic;
import com.harena.allinone.move.plan.ConfigurationPlan;
import com.harena.allinone.move.plan.MovePlan;
import com.harena.allinone.move.postgres.PostgresStore;
import com.harena.allinone.move.redis.RedisStore;
import com.harena.allinone.move.redis.WriteStop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        new PlannedApplication(plan, plan.configuration().map(PlannedMove::settings), secrets),
        Traffic.byOperator(),
        OldStack.ofOperator());
  }

  private List<MovedStore> stores() {
    List<MovedStore> stores = new ArrayList<>();
    plan.source().postgres().ifPresent(it -> stores.add(postgres(it)));
    plan.source().elasticsearch().ifPresent(it -> stores.add(elasticsearch(it)));
    plan.source().redis().ifPresent(it -> stores.add(redis(it)));
    plan.configuration().ifPresent(it -> stores.add(configuration(it)));
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

  private MovedStore configuration(ConfigurationPlan configuration) {
    ParameterWriter target = settings(configuration);
    return new MovedStore(
        new ConfigurationStore(configuration.files(), configuration.passphrase(), secrets, target),
        configuration.files().stream().map(Path::toString).collect(Collectors.joining(", ")),
        target.place(),
        () -> ConfigurationStore.ofNewSide(target, configuration.passphrase(), secrets));
  }

  private static ParameterWriter settings(ConfigurationPlan configuration) {
    return new FileParameters(configuration.target(), configuration.own());
  }
}
