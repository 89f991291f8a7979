package com.harena.allinone.move.postgres;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.postgres.check.PostgresChecker;
import com.harena.allinone.move.postgres.client.PostgresClients;
import com.harena.allinone.move.postgres.proof.PostgresVerifier;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Checker;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.Source;
import com.harena.allinone.move.store.Store;
import com.harena.allinone.move.store.Verifier;

/**
 * A PostgreSQL database that moves: dumped and restored by the client programs in directory format
 * with parallel jobs, from one exported snapshot in which its inventory is taken as well.
 */
public final class PostgresStore implements Store {
  private final PostgresSessions sessions;
  private final PostgresClients clients;
  private final PostgresVerifier verifier;

  /** Moves from the source to the target, with the client programs of this machine. */
  public PostgresStore(PostgresEndpoint source, PostgresEndpoint target, SecretSource secrets) {
    this(source, target, secrets, PostgresClients.ofThisMachine());
  }

  /** The same with client programs from elsewhere. */
  public PostgresStore(
      PostgresEndpoint source,
      PostgresEndpoint target,
      SecretSource secrets,
      PostgresClients clients) {
    this.sessions = new PostgresSessions(source, target, secrets);
    this.clients = clients;
    this.verifier = new PostgresVerifier(sessions);
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public Checker checker() {
    return new PostgresChecker(sessions, clients);
  }

  @Override
  public Source source() {
    return new PostgresSource(sessions, clients);
  }

  @Override
  public Sink sink() {
    return new PostgresSink(sessions, clients);
  }

  @Override
  public Verifier verifier() {
    return verifier;
  }
}
