package com.harena.allinone.endpoint;

import java.util.Optional;

/**
 * An Elasticsearch cluster.
 *
 * @param address host and port of one node
 * @param user user to authenticate as; empty where the cluster asks for none
 * @param password where its password is
 * @param tls how the connection is protected: {@code https} with it, {@code http} without
 */
public record ElasticsearchEndpoint(
    Address address, Optional<String> user, Optional<SecretReference> password, Tls tls) {
  @Override
  public String toString() {
    return "Elasticsearch " + address;
  }
}
