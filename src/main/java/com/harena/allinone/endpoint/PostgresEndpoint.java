package com.harena.allinone.endpoint;

import java.util.Optional;

/**
 * A PostgreSQL database.
 *
 * @param address host and port
 * @param database name of the database
 * @param user role to connect as
 * @param password where its password is; empty where the server asks for none
 * @param tls how the connection is protected
 */
public record PostgresEndpoint(
    Address address, String database, String user, Optional<SecretReference> password, Tls tls) {
  @Override
  public String toString() {
    return "PostgreSQL %s/%s as %s".formatted(address, database, user);
  }
}
