package com.harena.allinone.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedBlueprintsTest {
  @TempDir static Path folder;

  static Stream<Malformed> corpus() {
    return MalformedCorpus.all().stream();
  }

  @BeforeAll
  static void loadsTheClassesOnce() throws IOException {
    faultsOf(new Malformed("warm-up.yaml", "regoin: x\n", List.of()));
  }

  @Test
  void holdsAHundredBlueprints() {
    assertThat(corpus().map(Malformed::name)).hasSize(100).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void isReportedLineByLineWithinASecond(Malformed blueprint) throws IOException {
    long before = processorNanoseconds();
    FaultyBlueprintException failure =
        assertTimeout(Duration.ofSeconds(10), () -> faultsOf(blueprint));
    assertThat(Duration.ofNanos(processorNanoseconds() - before)).isLessThan(Duration.ofSeconds(1));

    List<Fault> faults = failure.faults();
    for (Malformed.Expected expected : blueprint.expected()) {
      assertThat(faults).as("%s", expected).anyMatch(expected::matches);
    }
    if (!blueprint.expected().isEmpty()) {
      assertThat(faults)
          .allMatch(fault -> blueprint.expected().stream().anyMatch(e -> e.matches(fault)));
    }
    assertThat(failure.getMessage().lines()).hasSize(faults.size());
    assertThat(failure.getMessage().lines())
        .allMatch(line -> line.matches(".*" + blueprint.name() + "[.]yaml:[0-9]+:[0-9]+: .{10,}"))
        .noneMatch(line -> line.length() > 1000)
        .noneMatch(
            line -> line.matches(".*(Exception|Error|\\b(java|javax|com|org)[.][a-z]+[.]).*"))
        .noneMatch(line -> line.contains("s3cr3t"));
    assertThat(failure.getStackTrace()).isEmpty();
    assertThat(failure.getCause()).isNull();
  }

  /** The time of this thread on a processor: not that of a machine busy with other things. */
  private static long processorNanoseconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static FaultyBlueprintException faultsOf(Malformed blueprint) throws IOException {
    Path file = Files.write(folder.resolve(blueprint.name() + ".yaml"), blueprint.content());
    FaultyBlueprintException failure =
        catchThrowableOfType(FaultyBlueprintException.class, () -> BlueprintLoader.load(file));
    assertThat(failure).as("faults of %s", blueprint.name()).isNotNull();
    return failure;
  }
}
