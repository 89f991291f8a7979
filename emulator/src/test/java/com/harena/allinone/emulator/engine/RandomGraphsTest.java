package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.execution.CallGate;
import com.harena.allinone.emulator.fixture.Local;
import com.harena.allinone.emulator.fixture.MemoryCloud;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random graphs of resources, each from its seed. */
class RandomGraphsTest {
  private static final int RESOURCES = 9;

  static IntStream seeds() {
    return IntStream.range(0, 12);
  }

  /** Which resources each one refers to; a resource refers to others with a smaller rank. */
  private static Map<String, List<String>> graph(Random random) {
    List<String> ranks = new ArrayList<>();
    for (int i = 0; i < RESOURCES; i++) {
      ranks.add(random.nextInt(ranks.size() + 1), "R" + i);
    }
    Map<String, List<String>> needs = new LinkedHashMap<>();
    for (int i = 0; i < RESOURCES; i++) {
      String id = "R" + i;
      int rank = ranks.indexOf(id);
      List<String> needed = new ArrayList<>();
      for (String other : ranks.subList(0, rank)) {
        if (random.nextInt(3) == 0) {
          needed.add(other);
        }
      }
      needs.put(id, needed);
    }
    return needs;
  }

  private static String template(Map<String, List<String>> needs, Random random, String version) {
    StringBuilder text = new StringBuilder("Resources:\n");
    needs.forEach(
        (id, needed) -> {
          StringBuilder name = new StringBuilder(version);
          List<String> depends = new ArrayList<>();
          for (String each : needed) {
            switch (random.nextInt(3)) {
              case 0 -> name.append("${").append(each).append('}');
              case 1 -> name.append("${").append(each).append(".Arn}");
              default -> depends.add(each);
            }
          }
          boolean fifo = random.nextBoolean();
          text.append("  ").append(id).append(":\n    Type: AWS::SQS::Queue\n    DependsOn: ");
          text.append(depends).append("\n    Properties:\n      FifoQueue: ").append(fifo);
          text.append("\n      KmsMasterKeyId: !Sub '").append(name).append("'\n");
        });
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void createsInOrderAndDeletesInReverse(int seed) {
    Random random = new Random(seed);
    Map<String, List<String>> needs = graph(random);
    try (Local local = new Local()) {
      assertThat(local.deploy(template(needs, random, "v1")).status()).isEqualTo("CREATE_COMPLETE");
      List<String> created = local.cloud.log();
      local.cloud.clearLog();
      assertThat(local.delete().status()).isEqualTo("DELETE_COMPLETE");
      List<String> deleted = local.cloud.log();
      assertThat(created).hasSize(RESOURCES);
      assertThat(deleted).hasSize(RESOURCES);
      needs.forEach(
          (id, needed) ->
              needed.forEach(
                  other -> {
                    assertThat(created.indexOf("create " + other))
                        .isLessThan(created.indexOf("create " + id));
                    assertThat(deleted.indexOf("delete " + other))
                        .isGreaterThan(deleted.indexOf("delete " + id));
                  }));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFailureAtEachResourceLeavesExactlyTheStateBefore(int seed) {
    Random random = new Random(seed);
    String first = template(graph(random), random, "v1");
    String second = template(graph(random), random, "v2");
    for (int i = 0; i < RESOURCES; i++) {
      String victim = "R" + i;
      boolean after = (seed + i) % 2 == 0;
      OneFailure failure = new OneFailure(victim, after);
      try (Local local =
          new Local(
              new MemoryCloud(Local.SCHEMAS),
              Local.TYPES,
              LocalCloudFormation.builder().gate(failure))) {
        failure.armed = true;
        assertThat(local.deploy(first).status()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(local.cloud.things()).isEmpty();
        local.delete();
        assertThat(local.deploy(first).status()).isEqualTo("CREATE_COMPLETE");
        Map<String, ?> before = local.cloud.things();
        failure.armed = true;
        assertThat(local.deploy(second).status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(local.cloud.things()).isEqualTo(before);
        assertThat(local.deploy(second).status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(local.cloud.things()).hasSize(RESOURCES);
      }
    }
  }

  /** Fails the next creation or change of one resource, before or after it is done. */
  private static final class OneFailure implements CallGate {
    private final String victim;
    private final boolean afterwards;
    private volatile boolean armed;

    OneFailure(String victim, boolean afterwards) {
      this.victim = victim;
      this.afterwards = afterwards;
    }

    @Override
    public void before(Call call, ResourceRequest request) {
      fail(call, request, false);
    }

    @Override
    public void after(Call call, ResourceRequest request) {
      fail(call, request, true);
    }

    private void fail(Call call, ResourceRequest request, boolean now) {
      if (armed && now == afterwards && request.logicalId().equals(victim) && call != Call.DELETE) {
        armed = false;
        throw new ResourceFailure("chaos");
      }
    }
  }
}
