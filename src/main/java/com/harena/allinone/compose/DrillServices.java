package com.harena.allinone.compose;

import com.harena.allinone.blueprint.Postgres;
import com.harena.allinone.blueprint.Redis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Throw-away servers of the weekly drill, of the stores' own images: behind a profile, without port
 * or directory of the data volume, on the network that has no way out. The host starts one at a
 * time and removes it with its anonymous volume.
 */
public final class DrillServices {
  /** Profile of both, and their share of the memory. */
  public static final String PROFILE = "drill";

  /** The throw-away PostgreSQL. */
  public static final String POSTGRES = "drill-postgres";

  /** The throw-away Redis. */
  public static final String REDIS = "drill-redis";

  /** Both. */
  public static final List<String> NAMES = List.of(POSTGRES, REDIS);

  private DrillServices() {}

  /** Small buffers, and nothing kept over a failure: it lives for minutes. */
  static ComposeService postgres(Postgres postgres) {
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("POSTGRES_DB", postgres.database().toString());
    environment.put("POSTGRES_USER", postgres.user().toString());
    environment.put("POSTGRES_PASSWORD", Reference.secret(ServiceSecrets.DATABASE_PASSWORD));
    return StoreServices.answering(
        postgres,
        ComposeService.of(postgres.image().value())
            .with("profiles", List.of(PROFILE))
            .with(
                "command",
                List.of(
                    "postgres",
                    "-c",
                    "shared_buffers=16MB",
                    "-c",
                    "maintenance_work_mem=16MB",
                    "-c",
                    "max_connections=20",
                    "-c",
                    "fsync=off"))
            .with("environment", environment)
            .with("networks", List.of("stores")));
  }

  /** With the configuration of the store itself, so that everything that it holds fits. */
  static ComposeService redis(Redis redis) {
    return StoreServices.configured(redis).with("profiles", List.of(PROFILE));
  }
}
