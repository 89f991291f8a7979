package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Finding.Level;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that cannot be reached, and pairs that do not go together. */
final class PostgresCheckPairsIT {
  private static final String PLAIN = "template template0 encoding 'UTF8' locale 'C'";

  @TempDir private static Path folder;
  private static ServerPair servers;
  private static PostgresEndpoint source;
  private static PostgresEndpoint target;

  private List<Finding> findings = List.of();

  @BeforeAll
  static void start() {
    servers = ServerPair.start(folder);
    source = RdsLike.endpoint(servers.old(), servers.oldDatabase(PLAIN));
    target = RdsLike.target(servers.fresh(), servers.freshDatabase(PLAIN));
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  private void check(PostgresStore store) {
    findings = store.checker().check(new TestWork("checkcheck22"));
  }

  private void check(PostgresEndpoint from, PostgresEndpoint to) {
    check(new PostgresStore(from, to, RdsLike.SECRETS));
  }

  private void sees(Level level, String code, String... words) {
    assertThat(findings)
        .filteredOn(it -> it.code().equals("postgres." + code) && it.level() == level)
        .extracting(Finding::message)
        .anySatisfy(message -> assertThat(message).contains(words));
    assertThat(findings.toString()).doesNotContain(RdsLike.PASSWORD);
  }

  private static PostgresEndpoint elsewhere(PostgresEndpoint endpoint, int port) {
    return new PostgresEndpoint(
        new Address("127.0.0.1", port),
        endpoint.database(),
        endpoint.user(),
        endpoint.password(),
        Tls.OFF);
  }

  private static PostgresEndpoint named(PostgresEndpoint endpoint, String database, String user) {
    return new PostgresEndpoint(
        endpoint.address(), database, user, endpoint.password(), endpoint.tls());
  }

  @Test
  void aPairThatGoesTogetherHasNoError() {
    check(source, target);
    assertThat(findings).noneMatch(it -> it.level() == Level.ERROR);
    sees(Level.OK, "encoding", "both databases are encoded in UTF8");
    sees(Level.OK, "collation", "both databases sort by libc C");
    sees(Level.OK, "extensions", "the target has every extension of the source");
    sees(Level.OK, "target.empty", "the target database is empty");
    sees(Level.OK, "source.privileges", "harena may read everything");
  }

  @Test
  void closedPortsAreNamedOnBothSidesAtOnce() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    check(elsewhere(source, port), elsewhere(target, port));
    String[] words = {"127.0.0.1:" + port, "refused", "see that the server runs"};
    sees(Level.ERROR, "source.reachable", words);
    sees(Level.ERROR, "target.reachable", words);
  }

  @Test
  void aWrongPasswordIsNeverShownAndTheOtherSideIsCheckedAllTheSame() {
    check(new PostgresStore(source, target, any -> SecretValue.of("wrong-secret")));
    sees(
        Level.ERROR,
        "source.reachable",
        "password authentication failed for user \"harena\" (28P01)",
        "check the user and the password in env:OLD_PASSWORD");
    assertThat(findings.toString()).doesNotContain("wrong-secret");
    sees(Level.OK, "target.empty", "the target database is empty");
  }

  @Test
  void aSecretThatIsNotThereIsNamed() {
    check(
        new PostgresStore(
            source,
            target,
            reference -> {
              throw new SecretUnavailable(reference, "is not set");
            }));
    sees(Level.ERROR, "source.reachable", "as harena: secret env:OLD_PASSWORD is not set");
  }

  @Test
  void anUnknownDatabaseIsNamed() {
    check(named(source, "nowhere", "harena"), named(target, "no where", "postgres"));
    sees(Level.ERROR, "source.reachable", "\"nowhere\" does not exist", "create the database");
    sees(Level.ERROR, "target.reachable", "\"no where\" does not exist", "or name another");
  }

  @Test
  void aNewerServerDoesNotGoIntoAnOlderOne() {
    check(target, source);
    sees(
        Level.ERROR,
        "version.direction",
        "source PostgreSQL 18.",
        "target PostgreSQL 16.",
        "a newer server's data does not go into an older one; the target must be PostgreSQL 18 or newer");
  }

  @Test
  void aPgDumpThatIsOlderThanTheSourceIsNamed() {
    String newer = servers.freshDatabase(PLAIN);
    check(
        new PostgresStore(
            RdsLike.target(servers.fresh(), newer),
            target,
            RdsLike.SECRETS,
            ServerPair.clients(16)));
    sees(
        Level.ERROR,
        "clients",
        "no pg_dump is as new as the source's PostgreSQL 18.",
        "the newest here is pg_dump 16.",
        "install the package postgresql-client-18");
  }

  @Test
  void aTargetsUserWithoutPrivilegesIsNamed() {
    servers.alterFresh("create role poor login");
    check(source, named(target, target.database(), "poor"));
    sees(
        Level.ERROR,
        "target.privileges",
        "poor may not create schemas on the target: grant create on the database to it");
    servers.alterFresh("grant create on database %s to poor".formatted(target.database()));
    check(source, named(target, target.database(), "poor"));
    sees(Level.WARNING, "target.privileges", "poor is no superuser on the target");
    sees(Level.WARNING, "disk.target", "see that it has that much");
  }

  @Test
  void textsThatMustBeConvertedAreAnnounced() {
    String latin = servers.oldDatabase("template template0 encoding 'LATIN1' locale 'C'");
    check(RdsLike.endpoint(servers.old(), latin), target);
    sees(Level.WARNING, "encoding", "texts are converted from LATIN1 to UTF8");
  }

  @Test
  void aSourceWhoseUserIsNotItsOwnerCannotBeFrozen() {
    servers.alterOld("create role guest login");
    servers.alterOld("create database theirs");
    check(named(RdsLike.target(servers.old(), "theirs"), "theirs", "guest"), target);
    sees(
        Level.ERROR,
        "source.freeze",
        "guest does not own the database and cannot make it read-only for the cut-over");
    servers.alterOld("alter database theirs owner to guest");
    check(named(RdsLike.target(servers.old(), "theirs"), "theirs", "guest"), target);
    sees(Level.WARNING, "source.freeze", "grant pg_signal_backend to it");
  }
}
