package com.harena.allinone.emulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One fault at one call of each run: the stack is green and whole, or it failed and nothing of it
 * is left. {@code -Dallinone.chaos=all} takes every call of every resource with every fault instead
 * of a sample, {@code -Dallinone.chaos.seed=N} another sample.
 *
 * <p>A fault at a call meets one resource, and what stands before it is the same whatever follows:
 * so each resource is tried in the template of what it needs.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosIT {
  private static final boolean ALL = "all".equals(System.getProperty("allinone.chaos"));
  private static final long SEED = Long.getLong("allinone.chaos.seed", 5);

  /** Resources of a sample that need few others, and runs with each. */
  private static final int RESOURCES = 5;

  private static final int RUNS = 2;
  private static final int SHALLOW = 4;

  @TempDir static Path folder;
  private static Trial trial;
  private static Slice slice;
  private static final Random CHANCE = new Random(SEED);

  private final Findings findings = new Findings();

  @BeforeAll
  static void start() {
    trial = new Trial(folder);
    slice = Slice.of(trial.stack().template());
  }

  @AfterAll
  static void stop() {
    if (trial != null) {
      trial.close();
    }
  }

  @Test
  @Order(1)
  void aCreationOrDeletionWithOneFaultIsWholeOrGone() {
    for (String resource : resources()) {
      findings.attempt(resource, () -> everyRun(resource), trial::reset);
    }
    findings.assertNone();
    assertThat(findings.green()).as("runs that outlived a fault").isPositive();
    assertThat(findings.failed()).as("runs that failed").isPositive();
  }

  private boolean everyRun(String resource) {
    String template = slice.with(List.of(resource));
    Trial.Range calls = trial.calls(template, resource);
    for (Strike strike : strikes(calls.first(), calls.end())) {
      findings.attempt(
          resource + ", " + strike,
          () -> trial.creation(template, strike.call(), strike.fault()),
          trial::reset);
    }
    for (Strike strike : strikes(0, ALL ? calls.deletion() : Math.min(calls.deletion(), 1))) {
      findings.attempt(
          resource + ", " + strike,
          () -> trial.deletion(template, strike.call(), strike.fault()),
          trial::reset);
    }
    return true;
  }

  @Test
  @Order(2)
  void anUpdateThatReplacesTheInstanceWithOneFaultIsAsAfterOrAsBefore() {
    trial.create();
    int calls = trial.updateCalls();
    AtomicBoolean replaced = new AtomicBoolean();
    for (Strike strike : strikes(0, calls)) {
      ReviewedStack stack = trial.stack();
      String template = replaced.get() ? stack.template() : stack.replacing();
      findings.attempt(
          "the update, " + strike,
          () -> {
            boolean green = trial.update(template, strike.call(), strike.fault());
            replaced.set(green != replaced.get());
            return green;
          },
          () -> {
            trial.reset();
            trial.create();
            replaced.set(false);
          });
    }
    findings.attempt("the removal", trial::removed, trial::reset);
    findings.assertNone();
  }

  /** One call, and what goes wrong with it. */
  private record Strike(int call, Fault fault) {}

  private static List<String> resources() {
    List<String> all = new ArrayList<>(slice.resources());
    all.sort(Comparator.comparing(slice::depth));
    if (ALL) {
      return all;
    }
    all.removeIf(id -> slice.depth(id) > SHALLOW);
    Collections.shuffle(all, CHANCE);
    return all.subList(0, RESOURCES);
  }

  private static List<Strike> strikes(int first, int end) {
    List<Strike> all = new ArrayList<>();
    for (int call = first; call < end; call++) {
      for (Fault fault : Fault.values()) {
        all.add(new Strike(call, fault));
      }
    }
    if (ALL) {
      return all;
    }
    Collections.shuffle(all, CHANCE);
    return all.subList(0, Math.min(RUNS, all.size()));
  }
}
