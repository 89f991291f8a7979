package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A move that is asked to end ends soon and leaves nothing at work; one that is halted goes on.
 *
 * <p>The system property {@code allinone.frozen.seconds} sets for how long a client program is
 * halted.
 */
final class PostgresInterruptionIT {
  private static final Duration SOON = Duration.ofSeconds(8);

  private static final String SESSIONS =
      "select query from pg_stat_activity where application_name like 'allinone-%'";

  @TempDir private static Path shared;
  @TempDir private Path folder;
  private static ServerPair servers;
  private static String source;

  private String target;
  private OneMove move;

  @BeforeAll
  static void start() {
    servers = ServerPair.start(shared);
    source = SlowData.create(servers);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @BeforeEach
  void pair() {
    target = servers.freshDatabase("");
    move = new OneMove(servers.store(source, target), folder);
  }

  private static void awaitQuery(String database, String like) throws InterruptedException {
    String sql =
        "select 1 from pg_stat_activity where application_name like 'allinone-%' and"
            + " state = 'active' and query ilike '"
            + like
            + "'";
    ServerPair.await(like, () -> !ServerPair.rows(servers.fresh(), database, sql).isEmpty());
  }

  private static CompletableFuture<Throwable> begun(ThrowingCallable step) {
    return CompletableFuture.supplyAsync(
        () -> org.assertj.core.api.Assertions.catchThrowable(step));
  }

  private static void endsSoon(CompletableFuture<Throwable> step)
      throws ExecutionException, InterruptedException {
    long asked = System.nanoTime();
    Throwable end = step.get();
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(SOON);
    assertThat(end).isInstanceOf(MoveInterrupted.class);
    nothingIsLeft();
  }

  /** What goes on at the server would go on for longer than that. */
  private static void nothingIsLeft() throws InterruptedException {
    long begun = System.nanoTime();
    assertThat(OneMove.clients()).isEmpty();
    ServerPair.await("no session of ours here", () -> sessions(servers.old()).isEmpty());
    ServerPair.await("no session of ours there", () -> sessions(servers.fresh()).isEmpty());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
  }

  private static List<String> sessions(PostgresServer server) {
    return ServerPair.rows(server, "postgres", SESSIONS);
  }

  @Test
  void aDumpThatIsInterrupted() throws Exception {
    CountDownLatch advanced = new CountDownLatch(1);
    SlowData.after(
        1,
        move.backup(),
        () -> {
          move.backup().interrupt();
          advanced.countDown();
        });
    CompletableFuture<Throwable> dump = begun(move::backUp);
    assertThat(advanced.await(60, TimeUnit.SECONDS)).isTrue();
    endsSoon(dump);
    move.endsEqual();
  }

  @Test
  void aDumpThatIsInterruptedWhileItIsHalted() throws Exception {
    CompletableFuture<Throwable> dump = haltedInMidCopy(move::backUp);
    move.backup().interrupt();
    endsSoon(dump);
    move.endsEqual();
  }

  @Test
  void aCopyThatIsInterrupted() throws Exception {
    interrupted("copy", "copy %slow%");
  }

  @Test
  void anIndexBuildThatIsInterrupted() throws Exception {
    interrupted("index", "create index%");
  }

  private void interrupted(String slow, String during) throws Exception {
    Inventory contents = move.backUp();
    String database = "alter database " + target;
    servers.alterFresh(database + " set test.%s = 0.2".formatted(slow));
    CompletableFuture<Throwable> restore = begun(() -> move.restore(contents));
    awaitQuery(target, during);
    assertThat(OneMove.clients()).isNotEmpty();
    move.migrate().interrupt();
    endsSoon(restore);
    servers.alterFresh(database + " reset test." + slow);
    Set<String> finished = Set.copyOf(move.migrate().pieces().keySet());
    move.restoresToEqual(contents);
    assertThat(move.migrate().pieces().keySet()).containsAll(finished);
  }

  @Test
  void anIndexBuildWhoseClientIsKilled() throws Exception {
    Inventory contents = move.backUp();
    String database = "alter database " + target;
    servers.alterFresh(database + " set test.index = 0.2");
    CompletableFuture<Throwable> restore = begun(() -> move.restore(contents));
    awaitQuery(target, "create index%");
    signal("KILL", OneMove.clients());
    assertThat(OneMove.fails(Side.TARGET, () -> rethrow(restore)))
        .hasMessageContaining("pg_restore failed");
    nothingIsLeft();
    servers.alterFresh(database + " reset test.index");
    move.restoresToEqual(contents);
  }

  private static void rethrow(CompletableFuture<Throwable> step) throws Throwable {
    throw step.get();
  }

  /** Begins a step and halts its client programs when the first table is finished. */
  private CompletableFuture<Throwable> haltedInMidCopy(ThrowingCallable step) throws Exception {
    CountDownLatch halted = new CountDownLatch(1);
    SlowData.after(
        1,
        move.backup(),
        () -> {
          signal("STOP", OneMove.clients());
          halted.countDown();
        });
    CompletableFuture<Throwable> begun = begun(step);
    assertThat(halted.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(OneMove.clients()).isNotEmpty();
    return begun;
  }

  private static void signal(String signal, List<ProcessHandle> processes) {
    for (ProcessHandle process : processes) {
      try {
        new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aClientThatIsHaltedGoesOn() throws Exception {
    int seconds = Integer.getInteger("allinone.frozen.seconds", 2);
    AtomicReference<Inventory> contents = new AtomicReference<>();
    CompletableFuture<Throwable> dump = haltedInMidCopy(() -> contents.set(move.backUp()));
    Thread.sleep(seconds * 1000L);
    assertThat(dump).as("halted").isNotDone();
    signal("CONT", OneMove.clients());
    assertThat(dump.get()).isNull();
    move.restoresToEqual(contents.get());
  }

  @Test
  void aSnapshotThatIsLost() throws Exception {
    CompletableFuture<Throwable> dump = haltedInMidCopy(move::backUp);
    String end =
        "select pg_terminate_backend(pid) from (select pid from pg_stat_activity where"
            + " application_name like 'allinone-%' and state = 'idle in transaction' order by"
            + " backend_start limit 1) first";
    assertThat(ServerPair.rows(servers.old(), source, end)).containsExactly("t");
    signal("CONT", OneMove.clients());
    assertThat(OneMove.fails(Side.SOURCE, () -> rethrow(dump)))
        .hasMessageContaining("run the same command again");
    assertThat(OneMove.clients()).isEmpty();
    move.endsEqual();
  }
}
