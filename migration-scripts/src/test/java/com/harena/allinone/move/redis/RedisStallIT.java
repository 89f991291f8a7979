package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;

/** Servers that stand still in the midst of a copy, for a while or for good. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RedisStallIT {
  private static final int KEYS = 20_000;
  private static final int MORE_THAN_SOCKETS_HOLD = 15_000_000;

  private RedisServer source;
  private RedisServer target;
  private RedisBench bench;
  private Inventory contents;

  @BeforeAll
  void servers(@TempDir Path folder) throws IOException {
    source = RedisBench.older(folder.resolve("source"));
    target = RedisBench.older(folder.resolve("target"));
    bench = RedisBench.between(folder.resolve("backup"), source, target);
    try (Jedis jedis = bench.source()) {
      Pipeline pipeline = jedis.pipelined();
      for (int i = 0; i < KEYS; i++) {
        pipeline.set(SampleKeys.bytes("key:" + i), SampleKeys.random(200));
      }
      pipeline.sync();
      jedis.select(1);
      jedis.set(SampleKeys.bytes("large"), SampleKeys.random(MORE_THAN_SOCKETS_HOLD));
    }
    contents = bench.backUp();
  }

  @AfterAll
  void end() {
    bench.close();
  }

  @BeforeEach
  void emptyTarget() {
    try (Jedis jedis = bench.target()) {
      jedis.flushAll();
    }
  }

  /** Stands still once so many keys went by, and for three seconds. */
  private static final class StallingWork extends MemoryWork {
    private final RedisServer server;
    private final long after;
    private CompletableFuture<Void> resumed;

    private StallingWork(RedisServer server, long after) {
      this.server = server;
      this.after = after;
    }

    @Override
    public void proceed() {
      if (advanced() > after && resumed == null) {
        server.suspend();
        resumed =
            CompletableFuture.runAsync(
                server::resume, CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));
      }
    }

    private void stood() {
      assertThat(resumed).as("the server stood still").isNotNull();
      resumed.join();
    }
  }

  @Test
  void aCopyGoesOnAfterEitherServerStoodStill() throws IOException {
    StallingWork backingUp = new StallingWork(source, KEYS / 2);
    contents = bench.store().source().backUp(bench.folder(), backingUp);
    backingUp.stood();
    StallingWork restoring = new StallingWork(target, KEYS / 2);
    bench.store().sink().restore(bench.folder(), contents, restoring);
    restoring.stood();
    assertThat(bench.items(Side.TARGET)).isEqualTo(bench.items(Side.SOURCE));
  }

  /** A small key waits for its answer, a large one for a server that takes it. */
  @Test
  void aServerThatStandsStillForTooLongIsAFailureWhetherItIsReadOrWritten() throws IOException {
    for (long after : new long[] {KEYS / 2, KEYS - 1}) {
      StallForGood work = new StallForGood(target, after);
      Throwable failure =
          catchThrowable(
              () ->
                  bench
                      .storeAnsweredWithin(Duration.ofSeconds(2))
                      .sink()
                      .restore(bench.folder(), contents, work));
      target.resume();
      assertThat(failure)
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("(target): no answer: ");
    }
    bench.store().sink().restore(bench.folder(), contents, new MemoryWork());
    assertThat(bench.items(Side.TARGET)).isEqualTo(bench.items(Side.SOURCE));
  }

  private static final class StallForGood extends MemoryWork {
    private final RedisServer server;
    private final long after;
    private volatile boolean stands;

    private StallForGood(RedisServer server, long after) {
      this.server = server;
      this.after = after;
    }

    @Override
    public void advance(long amount) {
      super.advance(amount);
      if (advanced() > after && !stands) {
        server.suspend();
        stands = true;
      }
    }
  }

  @Test
  void anInterruptEndsACopyAtOnceThatWaitsForAServer() throws Exception {
    for (long after : new long[] {KEYS / 2, KEYS - 1}) {
      StallForGood work = new StallForGood(target, after);
      AtomicReference<Throwable> end = new AtomicReference<>();
      Thread copying =
          new Thread(
              () ->
                  end.set(
                      catchThrowable(
                          () -> bench.store().sink().restore(bench.folder(), contents, work))),
              "copying");
      copying.start();
      long limit = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (!work.stands && System.nanoTime() < limit) {
        Thread.sleep(20);
      }
      copying.join(500);
      copying.interrupt();
      copying.join(10_000);
      target.resume();
      assertThat(copying.isAlive()).as("still waits").isFalse();
      assertThat(end.get()).isInstanceOf(MoveInterrupted.class);
    }
  }
}
