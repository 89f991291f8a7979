package com.harena.allinone.endpoint;

import java.util.Optional;

/**
 * A Redis server; all its logical databases are meant.
 *
 * @param address host and port
 * @param user user to authenticate as; empty for the default user
 * @param password where its password is; empty where the server asks for none
 * @param tls how the connection is protected
 */
public record RedisEndpoint(
    Address address, Optional<String> user, Optional<SecretReference> password, Tls tls) {
  @Override
  public String toString() {
    return "Redis " + address;
  }
}
