package com.harena.allinone.compose;

import com.harena.allinone.blueprint.Elasticsearch;
import com.harena.allinone.blueprint.Postgres;
import com.harena.allinone.blueprint.Redis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The three stores. None is published, and their network has no way out. */
final class StoreServices {
  private static final String REDIS_FILE = "/usr/local/etc/redis/redis.conf";

  private StoreServices() {}

  /**
   * PostgreSQL. The check goes through TCP: while a new cluster is made, a temporary server listens
   * on the local socket only.
   */
  static ComposeService postgres(Postgres postgres) {
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("POSTGRES_DB", postgres.database().toString());
    environment.put("POSTGRES_USER", postgres.user().toString());
    environment.put("POSTGRES_PASSWORD", Reference.secret(ServiceSecrets.DATABASE_PASSWORD));
    return answering(
        postgres,
        ComposeService.of(postgres.image().value())
            .with("command", PostgresMemory.of(postgres.memory()).command())
            .with("environment", environment)
            .mounting(Mount.of(DataDirectory.POSTGRES, "/var/lib/postgresql/data"))
            .with("shm_size", postgres.memory().mebibytes() / 4 + "m")
            .with("networks", List.of("stores"))
            .with("stop_grace_period", "60s"));
  }

  /** Healthy when a database server answers through TCP. */
  static ComposeService answering(Postgres postgres, ComposeService service) {
    return service.healthy(
        120,
        "CMD",
        "pg_isready",
        "--quiet",
        "--host=127.0.0.1",
        "--username=" + postgres.user(),
        "--dbname=" + postgres.database());
  }

  /**
   * Redis, with its password in a file that Compose puts into the container, not in an argument.
   */
  static ComposeService redis(Redis redis) {
    return configured(redis)
        .mounting(Mount.of(DataDirectory.REDIS, "/data"))
        .with("stop_grace_period", "30s");
  }

  /** Redis with its configuration, which nothing of it outlives. */
  static ComposeService configured(Redis redis) {
    return ComposeService.of(redis.image().value())
        .with("command", List.of("redis-server", REDIS_FILE))
        .with(
            "environment", Map.of("REDISCLI_AUTH", Reference.secret(ServiceSecrets.REDIS_PASSWORD)))
        .reading(redisConfiguration(redis))
        .with("networks", List.of("stores"))
        .healthy(60, "CMD-SHELL", "redis-cli ping | grep -qx PONG");
  }

  /**
   * What Redis reads. Every write is kept, at most a second is lost with the power. Only keys with
   * a time to live are dropped when memory is full, as ElastiCache does by default.
   */
  static ConfigurationFile redisConfiguration(Redis redis) {
    return new ConfigurationFile(
        "redis",
        REDIS_FILE,
        """
        dir /data
        appendonly yes
        appendfsync everysec
        save ""
        maxmemory %dmb
        maxmemory-policy volatile-lru
        requirepass "%s"
        """
            .formatted(
                RedisMemory.of(redis.memory()).maxMemoryMebibytes(),
                Reference.secret(ServiceSecrets.REDIS_PASSWORD)));
  }

  /**
   * Elasticsearch, one node. Its security layer is off: nothing but the backend and the backup
   * shares its network, and keys and certificates on the same machine would guard against nobody.
   * Machine learning is off for its native process. Memory is not locked: the heap is a part of a
   * limit that fits the machine, and a locked heap would turn a squeeze into a kill. One node skips
   * the checks that would ask for it.
   */
  static ComposeService elasticsearch(Elasticsearch elasticsearch, String deployment) {
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("cluster.name", deployment);
    environment.put("discovery.type", "single-node");
    environment.put("xpack.security.enabled", "false");
    environment.put("xpack.ml.enabled", "false");
    environment.put("bootstrap.memory_lock", "false");
    environment.put("ES_JAVA_OPTS", ElasticsearchMemory.of(elasticsearch).javaOptions());
    return ComposeService.of(elasticsearch.image().value())
        .with("environment", environment)
        .mounting(Mount.of(DataDirectory.ELASTICSEARCH, "/usr/share/elasticsearch/data"))
        .with("ulimits", Map.of("nofile", 65535))
        .with("networks", List.of("stores"))
        .with("stop_grace_period", "60s")
        .healthy(
            300,
            "CMD-SHELL",
            "curl --silent --fail --max-time 5 --output /dev/null"
                + " 'http://127.0.0.1:9200/_cluster/health?wait_for_status=yellow&timeout=3s'");
  }
}
