package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;

/** Remaining life: a change of it is a difference, that it ends is none. */
final class RedisExpiryIT {
  private static final int DATABASE = 3;

  @TempDir private Path folder;
  private RedisBench bench;

  @BeforeEach
  void servers() throws IOException {
    bench =
        RedisBench.between(
            folder.resolve("backup"),
            RedisBench.older(folder.resolve("source")),
            RedisBench.older(folder.resolve("target")));
  }

  @AfterEach
  void end() {
    bench.close();
  }

  /** Sessions that live for so many milliseconds, each a little longer than the one before. */
  private void fill(int sessions, long life, long more) {
    try (Jedis source = bench.source()) {
      source.select(DATABASE);
      Pipeline pipeline = source.pipelined();
      for (int i = 0; i < sessions; i++) {
        pipeline.psetex("session:" + i, life + more * i, "{\"user\":%d}".formatted(i));
      }
      pipeline.sync();
    }
  }

  @Test
  void aChangeIsFoundBeyondTheToleranceOnly() throws IOException {
    fill(2000, 3_600_000, 1);
    Inventory contents = bench.move();
    try (Jedis target = bench.target()) {
      target.select(DATABASE);
      long now = System.currentTimeMillis();
      long left = target.pttl("session:10");
      target.pexpireAt("session:10", now + left + 500);
      target.expire("session:11", 1800);
      target.expire("session:12", 99_999);
      target.persist("session:13");
    }
    Map<String, List<KeyDifference>> found = bench.differences();
    assertThat(found).containsOnlyKeys("expiry of all databases");
    assertThat(found.get("expiry of all databases"))
        .containsExactlyInAnyOrder(
            new KeyDifference("database 3: session:11", Kind.CHANGED),
            new KeyDifference("database 3: session:12", Kind.CHANGED),
            new KeyDifference("database 3: session:13", Kind.CHANGED));
    assertThat(bench.differencesFromBackup(contents)).containsOnlyKeys("expiry of all databases");
  }

  @Test
  void aKeyThatExpiredSinceTheBackupIsNoDifference() throws Exception {
    fill(10, 900, 0);
    Inventory contents = bench.backUp();
    try (Jedis source = bench.source()) {
      source.select(DATABASE);
      while (source.exists("session:9")) {
        Thread.sleep(50);
      }
    }
    bench.store().sink().restore(bench.folder(), contents, new MemoryWork());
    assertThat(bench.differences()).isEmpty();
    assertThat(bench.differencesFromBackup(contents)).isEmpty();
  }

  @Test
  void keysThatExpireWhileTheyMoveAreNoDifference() throws Exception {
    long first = System.currentTimeMillis();
    fill(2000, 1000, 2);
    Inventory contents = bench.move();
    while (System.currentTimeMillis() < first + 5500) {
      assertThat(bench.differences()).isEmpty();
      assertThat(bench.differencesFromBackup(contents)).isEmpty();
    }
    assertThat(bench.items(Side.TARGET)).isEqualTo(bench.items(Side.SOURCE));
  }
}
