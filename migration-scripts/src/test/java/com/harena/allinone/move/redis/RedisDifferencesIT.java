package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XClaimParams;

/** Differences that were planted are found, each by its key, and none is invented. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedisDifferencesIT {
  private RedisBench bench;
  private Inventory contents;

  @BeforeAll
  void servers(@TempDir Path folder) throws IOException {
    bench =
        RedisBench.between(
            folder.resolve("backup"),
            RedisBench.older(folder.resolve("source")),
            RedisBench.older(folder.resolve("target")));
    try (Jedis source = bench.source()) {
      SampleKeys.fill(source);
    }
    contents = bench.backUp();
  }

  @AfterAll
  void end() {
    bench.close();
  }

  @BeforeEach
  void equalSides() throws IOException {
    try (Jedis target = bench.target()) {
      target.flushAll();
    }
    bench.store().sink().restore(bench.folder(), contents, new MemoryWork());
  }

  private interface Change {
    void make(Jedis target);
  }

  private void plant(Change change) {
    try (Jedis target = bench.target()) {
      change.make(target);
    }
  }

  private static List<KeyDifference> one(String key, Kind kind) {
    return List.of(new KeyDifference(key, kind));
  }

  private Map<String, List<KeyDifference>> differencesFromBackup() throws IOException {
    return bench.differencesFromBackup(contents);
  }

  @Test
  void equalSidesHaveNone() throws IOException {
    assertThat(bench.items(Side.SOURCE)).isEqualTo(bench.items(Side.TARGET));
    assertThat(bench.differences()).isEmpty();
    assertThat(differencesFromBackup()).isEmpty();
  }

  @Test
  void aChangedValueOfEachTypeIsFound() throws IOException {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("string repeating", target -> target.setrange("repeating", 300_000, "x"));
    changes.put("list list", target -> target.lset("list", 1, "A"));
    changes.put("set large set", target -> target.srem("large set", "member 77"));
    changes.put("hash large hash", target -> target.hset("large hash", "field 77", "x"));
    changes.put("zset large scores", target -> target.zincrby("large scores", 1e-9, "member 5"));
    changes.put("stream stream", target -> target.xdel("stream", new StreamEntryID(1100, 300)));
    Map<String, List<KeyDifference>> expected = new TreeMap<>();
    changes.forEach(
        (what, change) -> {
          plant(change);
          String[] words = what.split(" ", 2);
          expected.put(words[0] + " of all databases", one(words[1], Kind.CHANGED));
        });
    assertThat(bench.differences()).isEqualTo(expected);
    assertThat(differencesFromBackup()).isEqualTo(expected);
  }

  @Test
  void theOrderOfAListCountsAndThatOfASetDoesNot() {
    plant(
        target -> {
          target.del("list", "small set");
          target.rpush("list", "a", "b", "", "a", "12", "-5000000000", "x".repeat(500));
          target.sadd("small set", "é", "", "a");
        });
    assertThat(bench.differences())
        .isEqualTo(Map.of("list of all databases", one("list", Kind.CHANGED)));
  }

  @Test
  void theStateOfAConsumerGroupCounts() {
    List<Change> changes =
        List.of(
            target -> target.xack("stream", "readers", new StreamEntryID(1003, 9)),
            target -> target.xgroupSetID("stream", "idle readers", new StreamEntryID(1000, 1)),
            target -> target.xgroupDelConsumer("stream", "readers", "nobody"),
            target -> target.xgroupDestroy("stream", "idle readers"),
            target ->
                target.xclaim(
                    "stream",
                    "readers",
                    "bert",
                    0,
                    XClaimParams.xClaimParams(),
                    new StreamEntryID(1003, 9)));
    for (Change change : changes) {
      plant(
          target -> {
            target.del("stream");
            target.restore("stream", 0, sourceDump("stream"));
          });
      assertThat(bench.differences()).isEmpty();
      plant(change);
      assertThat(bench.differences())
          .isEqualTo(Map.of("stream of all databases", one("stream", Kind.CHANGED)));
    }
  }

  private byte[] sourceDump(String key) {
    try (Jedis source = bench.source()) {
      return source.dump(key);
    }
  }

  @Test
  void lostAndExtraKeysAreFoundInTheirDatabase() {
    plant(
        target -> {
          target.del(new byte[] {0, (byte) 0xff, '\r', '\n', '\\'});
          target.select(7);
          target.set("extra\n", "");
          target.del("only here");
        });
    Map<String, List<KeyDifference>> found = bench.differences();
    assertThat(found).containsOnlyKeys("string of all databases");
    assertThat(found.get("string of all databases"))
        .containsExactlyInAnyOrder(
            new KeyDifference("\\x00\\xff\\x0d\\x0a\\x5c", Kind.MISSING),
            new KeyDifference("database 7: extra\\x0a", Kind.UNEXPECTED),
            new KeyDifference("database 7: only here", Kind.MISSING));
  }

  @Test
  void aKeyInAnotherDatabaseIsMissingAndUnexpected() {
    plant(
        target -> {
          target.select(5);
          target.move("only here", 0);
        });
    Map<String, List<KeyDifference>> found = bench.differences();
    assertThat(found).containsOnlyKeys("string of all databases");
    assertThat(found.get("string of all databases"))
        .containsExactlyInAnyOrder(
            new KeyDifference("only here", Kind.UNEXPECTED),
            new KeyDifference("database 5: only here", Kind.MISSING));
  }

  @Test
  void aKeyOfAnotherTypeIsMissingAndUnexpected() throws IOException {
    plant(
        target -> {
          target.del("small number");
          target.rpush("small number", "12");
        });
    assertThat(bench.differences())
        .isEqualTo(differencesFromBackup())
        .isEqualTo(
            Map.of(
                "string of all databases", one("small number", Kind.MISSING),
                "list of all databases", one("small number", Kind.UNEXPECTED)));
  }

  @Test
  void everyLostKeyIsNamed() {
    plant(
        target -> {
          target.select(3);
          target.flushDB();
        });
    assertThat(bench.differences()).containsOnlyKeys("string of all databases");
    assertThat(bench.differences().get("string of all databases")).hasSize(SampleKeys.SESSIONS + 1);
  }
}
