package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.blueprint.memory.MemoryBudget;
import com.harena.allinone.blueprint.memory.MemoryShare;
import com.harena.allinone.compose.ServiceSecrets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the instance's memory takes. {@code -Dallinone.box.load.minutes=N} of load; the figures that
 * it prints are those of {@code src/docs/memory.md}.
 */
@ExtendWith(WorldExtension.class)
class MemoryIT {
  private static final Duration LOAD =
      Duration.ofMinutes(Integer.getInteger("allinone.box.load.minutes", 3));
  private static final int DOCUMENTS = 100_000;

  /** As long as a release may take the application away. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final Duration JOB = Duration.ofMinutes(15);
  private static final Duration RESTART = Duration.ofMinutes(5);

  private static final String BACKEND = "backend";

  private World world;
  private Box box;

  @BeforeEach
  void serve(World shared) {
    world = shared;
    box = world.box(world.serving().instance());
  }

  @Test
  void underLoadWithABackupAndADrillNothingIsEndedAndTheApplicationAnswers(@TempDir Path folder) {
    MemoryBudget budget = MemoryBudget.of(world.deployment().blueprint());
    Silence silence = new Silence();
    Map<String, MemoryUse> peaks;
    try (MemoryWatch watch = new MemoryWatch(box);
        Load load =
            new Load(
                box,
                folder,
                DOCUMENTS,
                world.deployment().secret(ServiceSecrets.DATABASE_PASSWORD),
                world.deployment().secret(ServiceSecrets.REDIS_PASSWORD))) {
      Instant begin = Instant.now();
      goOn(load, begin.plus(LOAD.dividedBy(3)), silence);
      job("allinone-backup", load, silence);
      job("allinone-drill", load, silence);
      goOn(load, begin.plus(LOAD), silence);
      JsonNode done = load.end();
      peaks = watch.peaks();
      print(budget, peaks, done);
      System.err.printf("box: longest time without a 200: %d ms%n", silence.longest().toMillis());
      assertThat(watch.kills()).as("ended for want of memory").isEmpty();
      assertThat(done.path("documents").asInt()).isEqualTo(DOCUMENTS);
      assertThat(silence.longest()).as("longest time without a 200").isLessThan(SILENCE);
    }
    assertThat(peaks.keySet())
        .contains("backup", "drill-postgres", "drill-redis", MemoryWatch.TIMERS);
    assertThat(peaks.get(MemoryWatch.BOX).usedMebibytes()).isLessThan(budget.usableMebibytes());
    for (MemoryShare share : budget.shares()) {
      peaks.forEach(
          (part, peak) -> {
            if (share.name().equals(shareOf(part))) {
              assertThat(peak.usedMebibytes()).as(part).isLessThanOrEqualTo(share.mebibytes());
            }
          });
    }
  }

  /** Asks the application every second while the load goes on, until then. */
  private void goOn(Load load, Instant end, Silence silence) {
    while (Instant.now().isBefore(end)) {
      look(load, silence);
      Awaiting.pause(Duration.ofMillis(500));
    }
  }

  private void look(Load load, Silence silence) {
    load.assertGoesOn();
    silence.note(box.status(8001, "/health") == 200);
  }

  private void job(String unit, Load load, Silence silence) {
    Instant begin = Instant.now();
    box.shell("systemctl start --no-block " + unit);
    Awaiting.until(
        unit + " to end",
        JOB,
        () -> {
          look(load, silence);
          return !property(unit, "ActiveState").matches("active|activating|deactivating");
        },
        box::journal);
    assertThat(property(unit, "Result")).as(box.journal()).isEqualTo("success");
    System.err.printf(
        "box: %s under load: %d s%n", unit, Duration.between(begin, Instant.now()).toSeconds());
  }

  /** The line of the budget that a part belongs to: the timers have one, each and all together. */
  private static String shareOf(String part) {
    return part.startsWith("allinone-") ? MemoryWatch.TIMERS : part.replaceFirst("-.*", "");
  }

  private String property(String unit, String name) {
    return box.shell("systemctl show --value --property=%s %s".formatted(name, unit)).strip();
  }

  private static void print(MemoryBudget budget, Map<String, MemoryUse> peaks, JsonNode done) {
    System.err.printf("box: %s of load: %s%n", LOAD, done);
    for (MemoryShare share : budget.shares()) {
      System.err.printf("box: memory %-15s budget %5d MiB%n", share.name(), share.mebibytes());
    }
    peaks.forEach(
        (part, peak) ->
            System.err.printf(
                "box: memory %-30s peak %5d MiB, swapped %4d MiB%n",
                part, peak.usedMebibytes(), peak.swappedMebibytes()));
  }

  @Test
  void aServiceThatLeaksDiesAlone() {
    Map<String, String> before = Starts.of(box);

    box.shell("curl -sf -X POST http://%s:8001/leak".formatted(box.address()));

    Awaiting.until(
        "the backend to be started again",
        RESTART,
        () ->
            !Objects.equals(Starts.of(box).get(BACKEND), before.get(BACKEND))
                && box.status(8001, "/health") == 200,
        box::journal);
    assertThat(box.shell("docker events --since 10m --until 0s --filter event=oom"))
        .contains(BACKEND);
    Map<String, String> after = Starts.of(box);
    assertThat(after).containsOnlyKeys(before.keySet());
    before.remove(BACKEND);
    assertThat(after).containsAllEntriesOf(before);
  }
}
