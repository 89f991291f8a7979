package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.move.postgres.client.MachineClients;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.PostgresServer;
import com.harena.allinone.testing.OptionalPart;
import com.harena.allinone.testing.OptionalProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server must prove who it is, to the sessions and to the client programs. */
final class PostgresTlsIT {
  private static final String MAKE =
      """
      set -eu
      cd "$1"
      for name in authority other; do
        openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$name" -keyout $name.key -out $name.pem
      done
      openssl req -newkey rsa:2048 -nodes -subj /CN=server -keyout server.key -out server.csr
      echo subjectAltName=IP:127.0.0.1 >names
      openssl x509 -req -days 2 -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -extfile names -out server.pem
      chmod 600 server.key
      """;

  @TempDir private static Path shared;
  private static PostgresServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    OptionalProgram.named("openssl");
    boolean clients =
        MachineClients.ofPath(System.getenv("PATH")).get().stream()
            .anyMatch(it -> it.major() >= 15);
    OptionalPart.need("postgres", clients, "this machine has no pg_dump 15 or newer, with TLS");
    Path files = Files.createDirectories(shared.resolve("server"));
    Process make =
        new ProcessBuilder("sh", "-c", MAKE, "make", files.toString())
            .redirectErrorStream(true)
            .redirectOutput(shared.resolve("log").toFile())
            .start();
    assertThat(make.waitFor()).as(Files.readString(shared.resolve("log"))).isZero();
    List<String> settings = new ArrayList<>(PostgresServer.QUICK);
    settings.add("ssl=on");
    settings.add("ssl_cert_file=" + files.resolve("server.pem"));
    settings.add("ssl_key_file=" + files.resolve("server.key"));
    server = PostgresServer.start(Checkout.servers(), 15, files, settings);
    Path access = server.data().resolve("pg_hba.conf");
    Files.writeString(access, "hostnossl all protected all reject\n" + Files.readString(access));
    server.execute("postgres", "select pg_reload_conf()");
    server.execute("postgres", "create role protected superuser login");
    server.execute("postgres", "create database old");
    server.execute("old", "create table t (id int primary key); insert into t values (1)");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static PostgresEndpoint endpoint(String host, String database, Tls tls) {
    return new PostgresEndpoint(
        new Address(host, server.address().port()), database, "protected", Optional.empty(), tls);
  }

  private OneMove move(String host, Tls tls, String target) {
    PostgresEndpoint old = endpoint(host, "old", tls);
    return new OneMove(
        new PostgresStore(old, endpoint(host, target, tls), RdsLike.SECRETS), folder);
  }

  private static Tls trusting(String authority) {
    return new Tls(
        Tls.Mode.VERIFY, Optional.of(shared.resolve("server").resolve(authority + ".pem")));
  }

  @Test
  void sessionsAndProgramsAreProtected() throws IOException {
    server.execute("postgres", "create database new");
    move("127.0.0.1", trusting("authority"), "new").endsEqual();
  }

  @Test
  void anUnprotectedSessionIsRefusedByTheServer() {
    OneMove.fails(Side.SOURCE, move("127.0.0.1", Tls.OFF, "postgres")::backUp);
  }

  @Test
  void aServerOfAnotherAuthorityIsRefused() {
    for (Tls tls : List.of(trusting("other"), Tls.VERIFIED)) {
      assertThat(OneMove.fails(Side.SOURCE, move("127.0.0.1", tls, "postgres")::backUp))
          .hasMessageContaining("give the certificate authority that signed the server's");
    }
  }

  @Test
  void aServerOfAnotherNameIsRefused() {
    assertThat(
            OneMove.fails(
                Side.SOURCE, move("localhost", trusting("authority"), "postgres")::backUp))
        .hasMessageContaining("localhost")
        .hasMessageContaining("the name in it");
  }
}
