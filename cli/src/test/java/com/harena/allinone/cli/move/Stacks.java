package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.data.DataSet;
import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import com.harena.allinone.rehearsal.server.ServerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** An old and a new stack of three servers each, with the rehearsal's data in the old one. */
final class Stacks implements AutoCloseable {
  private static final DataSet SIZE = new DataSet(0.02);

  private final Path folder;
  private final PostgresPair postgres;
  private final ElasticsearchPair elasticsearch;
  private final RedisPair redis;

  private Stacks(
      Path folder, PostgresPair postgres, ElasticsearchPair elasticsearch, RedisPair redis) {
    this.folder = folder;
    this.postgres = postgres;
    this.elasticsearch = elasticsearch;
    this.redis = redis;
  }

  /** Starts all six servers at once. */
  static Stacks start() {
    ServerFiles files = ServerFiles.of(Path.of(System.getProperty("allinone.checkout")));
    try {
      Path folder = Files.createTempDirectory("allinone-stacks-");
      CompletableFuture<ElasticsearchServer> old = elasticsearch(files, folder.resolve("old"));
      CompletableFuture<ElasticsearchServer> next = elasticsearch(files, folder.resolve("new"));
      PostgresPair postgres = PostgresPair.start(files, folder.resolve("postgres"), SIZE);
      RedisPair redis = RedisPair.start(files, folder.resolve("redis"), SIZE);
      ElasticsearchPair elasticsearch =
          new ElasticsearchPair(old.join(), next.join(), SIZE, postgres);
      Stacks stacks = new Stacks(folder, postgres, elasticsearch, redis);
      stacks.reset();
      MoveFolder move =
          new MoveFolder(stacks.plan(), Files.createDirectory(folder.resolve("first")));
      AllinoneProcess.keepClasses(folder, () -> move.start("backup"));
      return stacks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<ElasticsearchServer> elasticsearch(
      ServerFiles files, Path folder) {
    return CompletableFuture.supplyAsync(
        () -> ElasticsearchServer.start(files, folder.resolve("elasticsearch"), Map.of()));
  }

  PostgresPair postgres() {
    return postgres;
  }

  ElasticsearchPair elasticsearch() {
    return elasticsearch;
  }

  RedisPair redis() {
    return redis;
  }

  /** All stores, in the order in which they move. */
  List<TestStore> stores() {
    return List.of(postgres, elasticsearch, redis);
  }

  /** The store of that name. */
  TestStore store(String name) {
    return stores().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  /** The old side is full and takes writes, the new side is empty. */
  void reset() {
    stores().forEach(TestStore::reset);
  }

  /** Whether the old side takes the application's writes in every store. */
  boolean oldSideTakesWrites() {
    return stores().stream().allMatch(TestStore::oldSideTakesWrites);
  }

  /** Whether the old side lets the application write into none of its stores. */
  boolean oldSideIsFrozen() {
    return stores().stream().noneMatch(TestStore::oldSideTakesWrites);
  }

  /** Compares both sides without any code of the product. */
  void assertSidesAreEqual() {
    for (TestStore store : stores()) {
      Map<String, String> source = store.content(Side.SOURCE);
      Map<String, String> target = store.content(Side.TARGET);
      assertThat(source).as(store.name()).isNotEmpty();
      Set<String> differing = new TreeSet<>(source.keySet());
      differing.addAll(target.keySet());
      differing.removeIf(item -> Objects.equals(source.get(item), target.get(item)));
      assertThat(differing).as("what differs in " + store.name()).isEmpty();
    }
  }

  /** A plan that moves all of it, with the passwords where {@link AllinoneProcess} has them. */
  String plan() {
    return "environment: %s%nsource:%n%starget:%n%s"
        .formatted(MoveFolder.ENVIRONMENT, side(Side.SOURCE), side(Side.TARGET));
  }

  private String side(Side side) {
    String which = side == Side.SOURCE ? "OLD" : "NEW";
    return """
        postgres:
          address: %s
          database: harena
          user: harena
          password: env:%s_DATABASE_PASSWORD
          tls: off
        elasticsearch:
          address: %s
          tls: off
        redis:
          address: %s
          password: env:%s_CACHE_PASSWORD
          tls: off
        """
        .formatted(
            postgres.address(side), which, elasticsearch.address(side), redis.address(side), which)
        .indent(2);
  }

  @Override
  public void close() throws IOException {
    stores().forEach(TestStore::close);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
