package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** How writes to the old server are stopped, by what it permits, and let through again. */
final class RedisFreezeIT {
  private static final String WITHOUT_CONFIG = "rename-command CONFIG \"\"";

  @TempDir private Path folder;

  @Test
  void withConfigWritesAreRefusedUntilTheyAreLetThroughAgain() throws IOException {
    RedisServer server = RedisBench.older(folder.resolve("source"), "min-replicas-to-write 0");
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), server, server);
        Jedis jedis = bench.source()) {
      jedis.set("before", "1");
      jedis.configSet("min-replicas-max-lag", "0");
      bench.store().source().freeze(new MemoryWork());
      bench.store().source().freeze(new MemoryWork());
      assertThatThrownBy(() -> jedis.set("after", "1"))
          .isInstanceOf(JedisDataException.class)
          .hasMessageStartingWith("NOREPLICAS");
      assertThatThrownBy(() -> jedis.eval("return redis.call('SET', 'after', 1)"))
          .isInstanceOf(JedisDataException.class)
          .hasMessageContaining("NOREPLICAS");
      assertThat(bench.items(Side.SOURCE)).anyMatch(item -> item.count() == 1);
      bench.store().source().unfreeze(new MemoryWork());
      bench.store().source().unfreeze(new MemoryWork());
      jedis.set("after", "1");
      assertThat(jedis.configGet("min-replicas-*"))
          .containsEntry("min-replicas-to-write", "0")
          .containsEntry("min-replicas-max-lag", "0");
    }
  }

  @Test
  void withoutConfigANewerServerPausesWrites() throws Exception {
    RedisServer server = RedisBench.newer(folder.resolve("source"), WITHOUT_CONFIG);
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), server, server);
        Jedis jedis = bench.source()) {
      bench.store().source().freeze(new MemoryWork());
      Thread writer = new Thread(() -> jedis.set("while paused", "1"), "writer");
      writer.start();
      writer.join(500);
      assertThat(writer.isAlive()).isTrue();
      assertThat(bench.items(Side.SOURCE)).allMatch(item -> item.count() == 0);
      bench.store().source().unfreeze(new MemoryWork());
      writer.join(10_000);
      assertThat(writer.isAlive()).isFalse();
      assertThat(bench.items(Side.SOURCE)).anyMatch(item -> item.count() == 1);
    }
  }

  @Test
  void withoutAnyOtherWayWritesThatGoOnAreNoticed() throws Exception {
    RedisServer server = RedisBench.older(folder.resolve("source"), WITHOUT_CONFIG);
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), server, server);
        Jedis jedis = bench.source()) {
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; i < 40; i++) {
                  jedis.incr("counter");
                  pause();
                }
              },
              "writer");
      writer.start();
      assertThatThrownBy(() -> bench.store().source().freeze(new MemoryWork()))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("clients still write (incr)")
          .hasMessageContaining("stop the application");
      writer.join();
      bench.store().source().freeze(new MemoryWork());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A server whose caller is killed before its n-th change. */
  private record Killed(WriteStop.Server server, AtomicInteger left) implements WriteStop.Server {
    private static final String MESSAGE = "killed";

    @Override
    public Object call(Object... words) {
      if (words[1].equals("SET") && left.getAndDecrement() == 0) {
        throw new IllegalStateException(MESSAGE);
      }
      return server.call(words);
    }
  }

  private static boolean isKilled(WriteStop.Server server, int changes, Consumer<Killed> task) {
    Throwable thrown =
        catchThrowable(() -> task.accept(new Killed(server, new AtomicInteger(changes))));
    if (thrown != null) {
      assertThat(thrown).hasMessage(Killed.MESSAGE);
    }
    return thrown != null;
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 1", "0, 0, 2", "2, 0, 2"})
  void aFreezeOrItsEndThatIsKilledAnywhereIsTakenUp(int replicas, int lag, int changes)
      throws IOException {
    RedisServer server = RedisBench.older(folder.resolve("source"));
    try (RedisBench bench = RedisBench.between(folder.resolve("backup"), server, server);
        Jedis jedis = bench.source()) {
      jedis.configSet("min-replicas-to-write", "" + replicas);
      jedis.configSet("min-replicas-max-lag", "" + lag);
      for (int done = 0; done < changes; done++) {
        killedAfter(done, bench, jedis);
        assertThat(jedis.configGet("min-replicas-*"))
            .containsEntry("min-replicas-to-write", "" + replicas)
            .containsEntry("min-replicas-max-lag", "" + lag);
      }
    }
  }

  private static void killedAfter(int changes, RedisBench bench, Jedis jedis) {
    MemoryWork work = new MemoryWork();
    ReplicaCountStop stop = new ReplicaCountStop();
    bench.onSource(
        open -> {
          assertThat(isKilled(open::call, changes, it -> stop.stop(it, work))).isTrue();
          stop.stop(open::call, work);
          assertThatThrownBy(() -> jedis.set("late", "1")).hasMessageStartingWith("NOREPLICAS");
          assertThat(isKilled(open::call, changes, it -> stop.resume(it, work))).isTrue();
          stop.resume(open::call, work);
          jedis.set("after", "1");
          return null;
        });
  }
}
