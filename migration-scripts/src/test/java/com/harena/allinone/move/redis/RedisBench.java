package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Verifier;
import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.NewestRedis;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.secret.SecretValue;
import com.harena.allinone.testing.MemoryWork;
import com.harena.allinone.testing.OptionalProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import redis.clients.jedis.Jedis;

/** Two servers and the store between them. */
final class RedisBench implements AutoCloseable {
  static final String PASSWORD = "bench-password-0815";

  private final Path folder;
  private final RedisServer source;
  private final RedisServer target;
  private final RedisStore store;

  private RedisBench(Path folder, RedisServer source, RedisServer target, boolean password) {
    this.folder = folder;
    this.source = source;
    this.target = target;
    Optional<SecretReference> reference =
        password ? Optional.of(SecretReference.parse("env:REDIS")) : Optional.empty();
    this.store =
        new RedisStore(
            endpoint(source, reference),
            endpoint(target, Optional.empty()),
            secret -> SecretValue.of(PASSWORD),
            WriteStop.atServer());
  }

  private static RedisEndpoint endpoint(RedisServer server, Optional<SecretReference> password) {
    return new RedisEndpoint(server.address(), Optional.empty(), password, Tls.OFF);
  }

  /** Servers that root starts run as another account, which enters JUnit's folder only so. */
  private static Path entered(Path folder) {
    boolean changed = folder.getParent().toFile().setExecutable(true, false);
    assertThat(changed).isTrue();
    return folder;
  }

  /** Redis 6.2. */
  static RedisServer older(Path folder, String... lines) {
    return RedisServer.start(Checkout.servers().fetchedRedis(), entered(folder), List.of(lines));
  }

  /** Redis 7, where the machine has it. */
  static RedisServer newer(Path folder, String... lines) {
    return RedisServer.start(
        OptionalProgram.named("redis-server"), entered(folder), List.of(lines));
  }

  /** Redis 8.2. */
  static RedisServer newest(Path folder, String... lines) {
    return RedisServer.start(NewestRedis.program(), entered(folder), List.of(lines));
  }

  static RedisBench between(Path folder, RedisServer source, RedisServer target)
      throws IOException {
    return new RedisBench(Files.createDirectories(folder), source, target, false);
  }

  static RedisBench withPassword(Path folder, RedisServer source, RedisServer target)
      throws IOException {
    return new RedisBench(Files.createDirectories(folder), source, target, true);
  }

  RedisStore store() {
    return store;
  }

  Address sourceAddress() {
    return source.address();
  }

  Address targetAddress() {
    return target.address();
  }

  /** The same store, but its servers must answer within that time. */
  RedisStore storeAnsweredWithin(Duration answer) {
    return new RedisStore(
        endpoint(source, Optional.empty()),
        endpoint(target, Optional.empty()),
        secret -> SecretValue.of(PASSWORD),
        WriteStop.atServer(),
        answer);
  }

  Path folder() {
    return folder;
  }

  /** Runs something on a connection of the product's own to the source. */
  <T> T onSource(Function<RedisConnection, T> task) {
    return new com.harena.allinone.move.redis.RedisServer(
            Side.SOURCE,
            endpoint(source, Optional.empty()),
            secret -> SecretValue.of(PASSWORD),
            com.harena.allinone.move.redis.RedisServer.ANSWER)
        .ask(task);
  }

  static Jedis client(RedisServer server) {
    return new Jedis(server.address().host(), server.address().port(), 60_000);
  }

  Jedis source() {
    return client(source);
  }

  Jedis target() {
    return client(target);
  }

  Inventory backUp() throws IOException {
    return store.source().backUp(folder, new MemoryWork());
  }

  /** Backs up and restores. */
  Inventory move() throws IOException {
    Inventory contents = backUp();
    store.sink().restore(folder, contents, new MemoryWork());
    return contents;
  }

  List<Item> items(Side side) {
    return store.verifier().inventory(side, new MemoryWork()).items();
  }

  /** The keys that differ, by item, between the live servers. */
  Map<String, List<KeyDifference>> differences() {
    Verifier verifier = store.verifier();
    return differences(
        verifier.inventory(Side.SOURCE, new MemoryWork()),
        verifier.inventory(Side.TARGET, new MemoryWork()),
        (source, target) -> Optional.of(verifier.locate(source, target, new MemoryWork())));
  }

  /** The keys that differ, by item, between the backup and the target. */
  Map<String, List<KeyDifference>> differencesFromBackup(Inventory contents) {
    Verifier verifier = store.verifier();
    return differences(
        contents,
        verifier.inventory(Side.TARGET, contents, new MemoryWork()),
        (source, target) -> {
          try {
            return verifier.locate(folder, source, target, new MemoryWork());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** What the engine would call different. */
  private static Map<String, List<KeyDifference>> differences(
      Inventory source, Inventory target, Comparison.Locator locator) {
    Map<String, List<KeyDifference>> differences = new TreeMap<>();
    for (Comparison.Pair pair : Comparison.of("redis", source, target, locator).differences()) {
      differences.put(pair.item().kind() + " of " + pair.item().name(), pair.keys());
    }
    return differences;
  }

  @Override
  public void close() {
    source.close();
    target.close();
  }
}
