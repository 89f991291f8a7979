package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.endpoint.Tls;
import java.time.Duration;
import java.util.Optional;

/** Endpoints without security, and stores that lose their patience soon. */
final class Endpoints {
  static final Patience PATIENCE =
      new Patience(
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(30));

  static final SecretSource NO_SECRETS =
      reference -> {
        throw new AssertionError("no secret is needed");
      };

  private Endpoints() {}

  static ElasticsearchEndpoint plain(Address address) {
    return new ElasticsearchEndpoint(address, Optional.empty(), Optional.empty(), Tls.OFF);
  }

  static ElasticsearchStore store(ElasticsearchEndpoint source, ElasticsearchEndpoint target) {
    return new ElasticsearchStore(source, target, NO_SECRETS, PATIENCE);
  }
}
