package com.harena.allinone.host.backup;

import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.LocalSecrets;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.move.elasticsearch.IndexDrill;
import com.harena.allinone.move.plan.MovePlan;
import com.harena.allinone.move.wiring.ServerSettings;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The stores as the environment of the backup container names them. */
final class StoreServers {
  private final ContainerSettings container;

  StoreServers(ContainerSettings container) {
    this.container = container;
  }

  /**
   * All three as what a backup is taken of and restored into.
   *
   * @throws IllegalArgumentException if a variable is not set: this is no backup container
   */
  ServerSettings settings() {
    return settings(EnumSet.allOf(StoreName.class));
  }

  /** The same of some. */
  ServerSettings settings(Set<StoreName> stores) {
    return new ServerSettings(
        container.text("DEPLOYMENT"),
        new MovePlan.Servers(
            only(stores, StoreName.POSTGRES, this::postgres),
            only(stores, StoreName.ELASTICSEARCH, this::elasticsearch),
            only(stores, StoreName.REDIS, this::redis)),
        secrets());
  }

  private static <T> Optional<T> only(Set<StoreName> stores, StoreName name, Supplier<T> server) {
    return stores.contains(name) ? Optional.of(server.get()) : Optional.empty();
  }

  /** Trials of indices on the cluster that serves. */
  IndexDrill indexDrill() {
    return new IndexDrill(elasticsearch(), secrets());
  }

  private LocalSecrets secrets() {
    return new LocalSecrets(
        container.environment(),
        reference -> {
          throw new SecretUnavailable(
              reference, "is no variable: the backup container has its secrets in variables");
        });
  }

  private PostgresEndpoint postgres() {
    return new PostgresEndpoint(
        address("DATABASE_HOST", "DATABASE_PORT"),
        container.text("DATABASE_NAME"),
        container.text("DATABASE_USER"),
        secret(ServiceSecrets.DATABASE_PASSWORD),
        Tls.OFF);
  }

  private RedisEndpoint redis() {
    return new RedisEndpoint(
        address("REDIS_HOST", "REDIS_PORT"),
        Optional.empty(),
        secret(ServiceSecrets.REDIS_PASSWORD),
        Tls.OFF);
  }

  private ElasticsearchEndpoint elasticsearch() {
    URI url = URI.create(container.text("ELASTICSEARCH_URL"));
    return new ElasticsearchEndpoint(
        new Address(url.getHost(), url.getPort()), Optional.empty(), Optional.empty(), Tls.OFF);
  }

  private Address address(String host, String port) {
    return new Address(container.text(host), container.number(port));
  }

  private static Optional<SecretReference> secret(String name) {
    return Optional.of(new SecretReference(SecretReference.Place.ENV, name));
  }
}
