package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;

/** What fails is said as the failure that it is, and the same again ends equal. */
final class RedisFaultsIT {
  private static final int KEYS = 60_000;

  @TempDir private Path folder;
  private RedisServer source;
  private RedisServer target;
  private RedisBench bench;

  @BeforeEach
  void servers() throws IOException {
    source = RedisBench.older(folder.resolve("source"));
    target = RedisBench.older(folder.resolve("target"));
    bench = RedisBench.between(folder.resolve("backup"), source, target);
    try (Jedis jedis = bench.source()) {
      Pipeline pipeline = jedis.pipelined();
      for (int i = 0; i < KEYS; i++) {
        pipeline.set(SampleKeys.bytes("key:" + i), SampleKeys.random(200));
      }
      pipeline.sync();
    }
  }

  @AfterEach
  void end() {
    bench.close();
  }

  private static StoreFailure failureOf(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
    assertThat(thrown).isInstanceOf(StoreFailure.class);
    return (StoreFailure) thrown;
  }

  private void endsEqual(MemoryWork work) throws IOException {
    bench.store().sink().restore(bench.folder(), bench.backUp(), work);
    assertThat(bench.items(Side.SOURCE)).isEqualTo(bench.items(Side.TARGET));
  }

  @Test
  void aTargetWithoutMemoryIsAFailureThatSaysWhatToDo() throws IOException {
    Inventory contents = bench.backUp();
    try (Jedis jedis = bench.target()) {
      jedis.configSet("maxmemory", "6mb");
      StoreFailure failure =
          failureOf(() -> bench.store().sink().restore(bench.folder(), contents, new MemoryWork()));
      assertThat(failure.side()).isEqualTo(Side.TARGET);
      assertThat(failure)
          .hasMessageContaining("OOM command not allowed")
          .hasMessageContaining("raise its maxmemory");
      jedis.configSet("maxmemory", "0");
    }
    endsEqual(new MemoryWork());
  }

  @Test
  void aSourceKilledInMidCopyIsAFailureAndTheNextRunEndsEqual() throws IOException {
    try (Jedis jedis = bench.source()) {
      jedis.save();
    }
    MemoryWork work =
        new MemoryWork() {
          @Override
          public void proceed() {
            if (advanced() > 20_000) {
              source.kill();
            }
          }
        };
    StoreFailure failure = failureOf(() -> bench.store().source().backUp(bench.folder(), work));
    assertThat(failure.side()).isEqualTo(Side.SOURCE);
    assertThat(failure).hasMessageContaining("no answer");
    assertThatThrownBy(
            () ->
                new BackupKeys(BackupFile.in(bench.folder()), work)
                    .read(key -> true, (key, expiry, length, dump) -> {}))
        .isInstanceOf(BackupDamaged.class);
    source.restart();
    endsEqual(new MemoryWork());
  }

  @Test
  void aTargetRestartedInMidCopyIsFilledFromTheBegin() throws IOException {
    Inventory contents = bench.backUp();
    MemoryWork work = new MemoryWork();
    work.done("keys", runOf(target) + " 1000000");
    target.kill();
    target.restart();
    bench.store().sink().restore(bench.folder(), contents, work);
    assertThat(bench.items(Side.TARGET)).isEqualTo(bench.items(Side.SOURCE));
  }

  private static String runOf(RedisServer server) {
    try (Jedis jedis = RedisBench.client(server)) {
      return jedis
          .info("server")
          .lines()
          .filter(line -> line.startsWith("run_id:"))
          .findFirst()
          .orElseThrow()
          .substring("run_id:".length());
    }
  }

  @Test
  void aTargetKilledInMidCopyIsAFailureAndTheNextRunEndsEqual() throws IOException {
    Inventory contents = bench.backUp();
    MemoryWork work =
        new MemoryWork() {
          @Override
          public void proceed() {
            if (advanced() > 20_000) {
              target.kill();
            }
          }
        };
    StoreFailure failure =
        failureOf(() -> bench.store().sink().restore(bench.folder(), contents, work));
    assertThat(failure.side()).isEqualTo(Side.TARGET);
    target.restart();
    endsEqual(new MemoryWork());
  }

  @Test
  void anInterruptedCopyGoesOnWhereItStopped() throws IOException {
    Inventory contents = bench.backUp();
    MemoryWork work = new MemoryWork().interruptedAfter(20_000);
    assertThatThrownBy(() -> bench.store().sink().restore(bench.folder(), contents, work))
        .isInstanceOf(MoveInterrupted.class);
    long place = secondMember();
    work.done("keys", runOf(target) + " " + place);
    work.interruptedAfter(Long.MAX_VALUE);
    assertThat(bench.store().sink().occupancy(work).state()).isEqualTo(Occupancy.State.OURS);
    bench.store().sink().restore(bench.folder(), contents, work);
    assertThat(work.advanced()).isBetween(KEYS / 2L, KEYS - 1L);
    assertThat(bench.items(Side.TARGET)).isEqualTo(bench.items(Side.SOURCE));
  }

  private long secondMember() throws IOException {
    try (BackupReader reader = new BackupReader(BackupFile.in(bench.folder()), 0)) {
      while (reader.resumeAt() == 0) {
        assertThat(reader.next()).isNotNull();
      }
      return reader.resumeAt();
    }
  }

  @Test
  void aTargetWithKeysOfOthersIsForeignAndNeverCleared() throws IOException {
    try (Jedis jedis = bench.target()) {
      jedis.select(2);
      jedis.set("theirs", "precious");
      assertThat(bench.store().sink().occupancy(new MemoryWork()))
          .isEqualTo(
              new Occupancy(Occupancy.State.FOREIGN, java.util.List.of("database 2: theirs")));
      assertThat(failureOf(() -> bench.store().sink().clear(new MemoryWork())))
          .hasMessageContaining("nothing is removed");
      assertThat(jedis.get("theirs")).isEqualTo("precious");
    }
  }

  @Test
  void clearTakesAwayWhatTheMovePutThereAndFinishOnlyTheMark() throws IOException {
    bench.move();
    try (Jedis jedis = bench.target()) {
      assertThat(jedis.exists(MoveMark.KEY)).isTrue();
      bench.store().sink().clear(new MemoryWork());
      assertThat(bench.store().sink().occupancy(new MemoryWork()).state())
          .isEqualTo(Occupancy.State.EMPTY);
      bench.move();
      bench.store().sink().finish(new MemoryWork());
      bench.store().sink().finish(new MemoryWork());
      assertThat(jedis.dbSize()).isEqualTo(KEYS);
    }
  }

  @Test
  void aFlippedByteAndATruncatedFileAreNamed() throws IOException {
    Inventory contents = bench.backUp();
    Path file = BackupFile.in(bench.folder());
    byte[] whole = Files.readAllBytes(file);
    for (int place : new int[] {3, 18, 20, 5000, whole.length / 2, whole.length - 3}) {
      byte[] flipped = whole.clone();
      flipped[place] ^= 4;
      Files.write(file, flipped);
      assertThatThrownBy(
              () -> bench.store().sink().restore(bench.folder(), contents, new MemoryWork()))
          .as("byte %d", place)
          .isInstanceOf(BackupDamaged.class)
          .hasMessageContaining("keys.gz");
    }
    for (int length : new int[] {0, 10, 5000, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(
              () -> bench.store().sink().restore(bench.folder(), contents, new MemoryWork()))
          .as("length %d", length)
          .isInstanceOf(BackupDamaged.class);
    }
    Files.delete(file);
    assertThatThrownBy(
            () -> bench.store().sink().restore(bench.folder(), contents, new MemoryWork()))
        .isInstanceOf(BackupDamaged.class)
        .hasMessageContaining("is missing");
  }
}
