package com.harena.allinone.move.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Side;
import com.harena.allinone.testing.SmallHeap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;

/** Keys of 50 MB, compressible or not, whole or in parts, in a heap of 128 MiB. */
final class RedisLargeKeysIT {
  private static final int SIZE = 50_000_000;
  private static final int ELEMENT = 20_000_000;

  @TempDir private Path folder;

  @Test
  void keysOfFiftyMegabytesArrive() throws IOException {
    try (RedisBench bench =
        RedisBench.between(
            folder.resolve("backup"),
            RedisBench.older(folder.resolve("source")),
            RedisBench.older(folder.resolve("target")))) {
      byte[] random = SampleKeys.random(1_000_000);
      try (Jedis source = bench.source()) {
        Pipeline pipeline = source.pipelined();
        for (int i = 0; i < SIZE / random.length; i++) {
          pipeline.append(SampleKeys.bytes("random"), random);
          pipeline.append(SampleKeys.bytes("compressible"), new byte[random.length]);
          pipeline.rpush(SampleKeys.bytes("list"), random);
        }
        for (int i = 0; i < ELEMENT / random.length; i++) {
          pipeline.hset(SampleKeys.bytes("hash"), SampleKeys.bytes("field " + i), random);
        }
        pipeline.lpush(SampleKeys.bytes("element"), SampleKeys.random(ELEMENT));
        pipeline.sync();
        assertThat(source.strlen("random")).isEqualTo(SIZE);
      }
      SmallHeap.run(
          SmallMove.class,
          bench.sourceAddress().toString(),
          bench.targetAddress().toString(),
          bench.folder().toString());
      assertThat(bench.items(Side.TARGET)).isEqualTo(bench.items(Side.SOURCE));
      try (Jedis target = bench.target()) {
        assertThat(target.strlen("compressible")).isEqualTo(SIZE);
        assertThat(target.llen("list")).isEqualTo(SIZE / random.length);
        target.setrange("random", SIZE - 5, "x");
      }
      assertThat(bench.differences()).containsOnlyKeys("string of all databases");
    }
  }
}
