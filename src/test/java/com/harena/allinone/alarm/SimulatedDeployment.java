package com.harena.allinone.alarm;

import com.harena.allinone.schedule.Scenario;
import com.harena.allinone.schedule.SimulatedInstance;
import com.harena.allinone.schedule.SimulatedScheduler.Call;
import com.harena.allinone.schedule.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the metrics of a deployment look like over some days: the schedules' zeros, delivered up to
 * a minute late, and, each minute that the instance runs, what the host, the agent and EC2 publish.
 * A boot swaps, fills the memory, fails status checks and serves nothing for eight minutes.
 */
final class SimulatedDeployment {
  /** What is wrong, and when. */
  record Trouble(String rule, Predicate<Instant> when) {}

  private static final Duration INITIALIZATION = Duration.ofMinutes(3);
  private static final Duration BOOT = Duration.ofMinutes(8);

  private final Map<String, Map<Instant, List<Double>>> samples = new HashMap<>();
  private final List<Trouble> troubles;

  SimulatedDeployment(
      Scenario scenario,
      Instant from,
      Instant until,
      SortedSet<Instant> restarts,
      List<Trouble> troubles) {
    this.troubles = List.copyOf(troubles);
    Random random = new Random(20);
    List<Call> calls =
        scenario
            .scheduler()
            .delivering(call -> Optional.of(Duration.ofSeconds(random.nextInt(60))))
            .calls(from, until);
    SimulatedInstance instance =
        new SimulatedInstance(
            false, calls.stream().filter(call -> !isRefused(call)).toList(), restarts);
    calls.forEach(this::publishCall);
    Instant startedAt = from.minus(BOOT);
    for (Instant minute = from; minute.isBefore(until); minute = minute.plusSeconds(60)) {
      if (!instance.runsAt(minute)) {
        startedAt = minute.plusSeconds(60);
      } else {
        publishMinute(minute, Duration.between(startedAt, minute));
      }
    }
  }

  private boolean isRefused(Call call) {
    return call.tick() == Tick.START && isTroubled("start-errors", call.arrival());
  }

  private void publishCall(Call call) {
    if (call.tick() == Tick.SERVING_ZERO) {
      add("serving", call.arrival(), 0);
    }
    if (isRefused(call)) {
      add("start-errors", call.arrival(), 1);
    }
  }

  private void publishMinute(Instant minute, Duration sinceStart) {
    boolean booting = sinceStart.compareTo(BOOT) < 0;
    boolean initializing = sinceStart.compareTo(INITIALIZATION) < 0;
    if (!booting && !isTroubled("serving", minute)) {
      add("serving", minute, 1);
    }
    publish("status-check", minute, initializing ? 1 : 0, 1);
    publish("backup-overdue", minute, booting ? 1 : 0, 1);
    publish("drill-failed", minute, 0, 1);
    publish("data-disk", minute, 40, 81);
    publish("root-disk", minute, 50, 86);
    publish("memory", minute, booting ? 97 : 80, 96);
    publish("swap", minute, booting ? 90 : 10, 80);
    if (minute.getEpochSecond() % 300 == 0) {
      publish("cpu-credits", minute, booting ? 0 : 50, 0);
    }
  }

  private void publish(String rule, Instant minute, double usual, double troubled) {
    add(rule, minute, isTroubled(rule, minute) ? troubled : usual);
  }

  private boolean isTroubled(String rule, Instant when) {
    return troubles.stream()
        .anyMatch(trouble -> trouble.rule().equals(rule) && trouble.when().test(when));
  }

  private void add(String rule, Instant when, double value) {
    samples
        .computeIfAbsent(rule, unused -> new TreeMap<>())
        .computeIfAbsent(when, unused -> new ArrayList<>())
        .add(value);
  }

  /** What the metric of this rule received. */
  Map<Instant, List<Double>> samples(AlarmRule rule) {
    return samples.getOrDefault(rule.id(), Map.of());
  }
}
