package com.harena.allinone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Size;
import com.harena.allinone.blueprint.memory.MemoryBudget;
import com.harena.allinone.blueprint.memory.MemoryShare;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedMemoryTest {
  @ParameterizedTest
  @CsvSource({
    // limit, shared buffers, cache, maintenance, connections
    "320, 96, 240, 16, 27",
    "640, 192, 480, 32, 55",
    "64, 19, 48, 3, 10",
    "8192, 2457, 6144, 409, 200"
  })
  void derivesPostgresFromItsLimit(
      long limit, long buffers, long cache, long maintenance, long connections) {
    assertThat(PostgresMemory.of(Size.ofMebibytes(limit)))
        .isEqualTo(new PostgresMemory(buffers, cache, maintenance, connections));
  }

  @ParameterizedTest
  @CsvSource({"320", "640", "1024", "4096"})
  void keepsPostgresWithinItsLimitWithEveryConnectionInUse(long limit) {
    PostgresMemory memory = PostgresMemory.of(Size.ofMebibytes(limit));

    double most =
        memory.sharedBuffersMebibytes()
            + 3 * memory.maintenanceWorkMemMebibytes()
            + 51.0 / 8 * memory.maxConnections();
    assertThat(most).isLessThanOrEqualTo((double) limit);
  }

  @Test
  void leavesRedisRoomBesideItsKeys() {
    assertThat(RedisMemory.of(Size.ofMebibytes(96)).maxMemoryMebibytes()).isEqualTo(57);
    assertThat(RedisMemory.of(Size.ofMebibytes(200)).maxMemoryMebibytes()).isEqualTo(120);
  }

  @Test
  void knowsWhatElasticsearchTakesBesideItsHeap() {
    assertThat(new ElasticsearchMemory(384, 800).fits()).isTrue();
    assertThat(new ElasticsearchMemory(384, 729).fits()).isTrue();
    assertThat(new ElasticsearchMemory(384, 728).fits()).isFalse();
    assertThat(new ElasticsearchMemory(512, 760).fits()).as("killed at its start").isFalse();
  }

  @Test
  void movesEveryFigureOfTheFileWithTheBlueprint() {
    assertThat(text("memory: 320 MiB", "memory: 352 MiB"))
        .contains(
            "shared_buffers=105MB", "mem_limit: 352m", "memswap_limit: 528m", "shm_size: 88m");
    assertThat(text("heap: 384 MiB", "heap: 256 MiB")).contains("ES_JAVA_OPTS: -Xms256m -Xmx256m");
    assertThat(text("memory: 800 MiB", "memory: 832 MiB")).contains("mem_limit: 832m");
    assertThat(text("memory: 96 MiB\n  elastic", "memory: 112 MiB\n  elastic"))
        .contains("maxmemory 67mb");
    assertThat(text("memory: 96 MiB\n    upload", "memory: 120 MiB\n    upload"))
        .contains("-Xmx30m");
    assertThat(text("keepDays: 7", "keepDays: 9")).contains("BACKUP_KEEP_DAYS: \"9\"");
  }

  @Test
  void letsTheCheapestLossDieFirst() {
    Map<String, Integer> scores = OomScores.of(address());
    List<String> order = new ArrayList<>(scores.keySet());
    Collections.sort(order, (a, b) -> scores.get(b) - scores.get(a));

    assertThat(order)
        .containsExactly(
            "drill", "backup", "redis", "elasticsearch", "backend", "proxy", "postgres");
  }

  @Test
  void keepsTheOrderOfDyingHoweverFullEachContainerIs() {
    MemoryBudget budget = address();
    Map<String, Integer> scores = OomScores.of(budget);
    List<String> survivors =
        List.of("postgres", "proxy", "backend", "elasticsearch", "redis", "backup", "drill");

    for (int i = 1; i < survivors.size(); i++) {
      String survivor = survivors.get(i - 1);
      double full =
          scores.get(survivor) + 1000.0 * share(budget, survivor) / budget.usableMebibytes();
      assertThat((double) scores.get(survivors.get(i))).as(survivors.get(i)).isGreaterThan(full);
    }
    assertThat(scores.values()).allMatch(score -> score > 0 && score <= 1000);
  }

  private static long share(MemoryBudget budget, String name) {
    return budget.shares().stream()
        .filter(share -> share.name().equals(name))
        .mapToLong(MemoryShare::mebibytes)
        .sum();
  }

  private static MemoryBudget address() {
    return MemoryBudget.of(Blueprints.harenaWith("origin: vpc", "origin: address"));
  }

  private static String text(String before, String after) {
    Blueprint blueprint = Blueprints.harenaWith(before, after);
    return ComposeFile.of(blueprint).text();
  }
}
