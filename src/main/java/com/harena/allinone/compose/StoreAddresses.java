package com.harena.allinone.compose;

import com.harena.allinone.blueprint.Postgres;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the stores are, as the containers that use them are told; passwords are secrets. */
final class StoreAddresses {
  private StoreAddresses() {}

  static Map<String, Object> of(Postgres postgres) {
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put(
        "DATABASE_URL",
        "postgresql://%s@postgres:5432/%s".formatted(postgres.user(), postgres.database()));
    environment.put("DATABASE_HOST", "postgres");
    environment.put("DATABASE_PORT", "5432");
    environment.put("DATABASE_NAME", postgres.database().toString());
    environment.put("DATABASE_USER", postgres.user().toString());
    environment.put("REDIS_HOST", "redis");
    environment.put("REDIS_PORT", "6379");
    environment.put("ELASTICSEARCH_URL", "http://elasticsearch:9200");
    return environment;
  }
}
