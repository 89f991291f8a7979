package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.secret.SecretValue;
import com.harena.allinone.testing.MemoryWork;
import com.harena.allinone.testing.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** TLS and users with rights of their own, as ElastiCache has them. */
final class RedisTlsIT {
  private static final int LARGE = 3_000_000;
  private static final String PASSWORD = "tls-password-0815";

  @TempDir private Path folder;
  private SelfSigned files;
  private RedisServer server;
  private Address address;

  @BeforeEach
  void server() throws Exception {
    files = SelfSigned.in(folder);
    assertThat(folder.toFile().setExecutable(true, false)).isTrue();
    assertThat(files.key().toFile().setReadable(true, false)).isTrue();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = new Address("127.0.0.1", free.getLocalPort());
    }
    server =
        RedisBench.newer(
            Files.createDirectories(folder.resolve("server")),
            "tls-port " + address.port(),
            "tls-cert-file " + files.certificate(),
            "tls-key-file " + files.key(),
            "tls-auth-clients no",
            "user mover on >" + PASSWORD + " ~* +@all",
            "user writer on >" + PASSWORD + " ~* +@all -@scripting -restore");
    try (Jedis jedis = RedisBench.client(server)) {
      jedis.set("large", "x".repeat(LARGE));
      jedis.set("small", "1");
    }
  }

  @AfterEach
  void end() {
    server.close();
  }

  private RedisStore store(Address place, Tls tls, String user, String password) {
    RedisEndpoint endpoint =
        new RedisEndpoint(
            place, Optional.of(user), Optional.of(SecretReference.parse("env:REDIS")), tls);
    return new RedisStore(
        endpoint, endpoint, reference -> SecretValue.of(password), WriteStop.atServer());
  }

  private Tls trusting() {
    return new Tls(Tls.Mode.VERIFY, Optional.of(files.certificate()));
  }

  private static long keys(RedisStore store, Path into) throws IOException {
    return store.source().backUp(Files.createDirectories(into), new MemoryWork()).items().stream()
        .mapToLong(item -> item.count())
        .sum();
  }

  @Test
  void theCertificateIsVerifiedAgainstTheAuthorityAndTheName() throws IOException {
    Tls named = trusting();
    assertThat(keys(store(address, named, "mover", PASSWORD), folder.resolve("1"))).isEqualTo(2);
    assertThatThrownBy(
            () -> keys(store(address, Tls.VERIFIED, "mover", PASSWORD), folder.resolve("2")))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("unable to find valid certification path");
    assertThatThrownBy(
            () ->
                keys(
                    store(new Address("localhost", address.port()), named, "mover", PASSWORD),
                    folder.resolve("3")))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("localhost");
  }

  @Test
  void aWrongPasswordIsRefusedAndNotShown() {
    assertThatThrownBy(
            () -> keys(store(address, trusting(), "mover", "not-" + PASSWORD), folder.resolve("1")))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("refuses the user mover with the password of env:REDIS: wrongpass")
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void aUserWithoutRestoreAndScriptsIsEnough() throws IOException {
    RedisStore writer = store(address, trusting(), "writer", PASSWORD);
    Path backup = Files.createDirectories(folder.resolve("2"));
    Inventory contents = writer.source().backUp(backup, new MemoryWork());
    try (Jedis jedis = RedisBench.client(server)) {
      jedis.flushAll();
      writer.sink().restore(backup, contents, new MemoryWork());
      assertThat(jedis.strlen("large")).isEqualTo(LARGE);
    }
    assertThat(writer.verifier().inventory(Side.TARGET, new MemoryWork()).items())
        .isEqualTo(contents.items());
  }
}
