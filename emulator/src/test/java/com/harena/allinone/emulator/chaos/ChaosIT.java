package com.harena.allinone.emulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults at the calls of each run: the stack is green and whole, or it failed and nothing of it is
 * left. A sample strikes one call of a few resources in each run. {@code -Dallinone.chaos=all}
 * strikes every call of every resource with every fault: what passes strikes many resources in one
 * run, see {@link Wave}. {@code -Dallinone.chaos.seed=N} takes another sample, {@code
 * -Dallinone.chaos.beside=N} so many runs at a time, {@code -Dallinone.chaos.only=PATTERN} the
 * resources whose names match.
 *
 * <p>A resource is struck in the template of what it needs: what stands before it is the same
 * whatever follows.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosIT {
  private static final boolean ALL = "all".equals(System.getProperty("allinone.chaos"));
  private static final long SEED = Long.getLong("allinone.chaos.seed", 5);
  private static final int BESIDE = Integer.getInteger("allinone.chaos.beside", ALL ? 6 : 1);
  private static final String ONLY = System.getProperty("allinone.chaos.only", ".*");

  /** Resources of a sample that need few others, and runs of each kind. */
  private static final int RESOURCES = 5;

  private static final int CREATIONS = 10;
  private static final int DELETIONS = 5;
  private static final int UPDATES = 2;
  private static final int SHALLOW = 4;

  private static final Set<String> SWEPT =
      Set.of("AWS::EC2::Instance", "AWS::CloudFront::VpcOrigin", "Custom::SpotCancellation");

  /** How many resources one stack takes in after the other. */
  private static final int PART = 5;

  @TempDir static Path folder;
  private static Beside beside;
  private static Slice slice;
  private static Trial.Usual usual;
  private static final Random CHANCE = new Random(SEED);

  @BeforeAll
  static void start() {
    beside = new Beside(folder, BESIDE);
    beside.one(
        trial -> {
          slice = Slice.of(trial.stack().template());
          usual = trial.usual(slice.with(resources()));
        });
  }

  @AfterAll
  static void stop() {
    if (beside != null) {
      beside.close();
    }
  }

  @Test
  @Order(1)
  void aCreationWithFaultsIsWholeOrGone() {
    List<Strike> strikes = strikes("CREATE");
    List<Strike> lasting = ALL ? lasting(strikes) : List.of();
    List<Strike> swept = lasting.stream().filter(ChaosIT::swept).toList();
    lasting = lasting.stream().filter(each -> !swept(each)).toList();
    List<Wave> waves =
        new ArrayList<>(
            ALL ? Wave.together(passing(strikes)) : Wave.alone(sample(strikes, CREATIONS)));
    waves.addAll(Wave.alone(swept));
    Findings findings = findings("creations", waves, lasting.size());
    beside.each(
        waves,
        (trial, wave) ->
            wave.on(open -> trial.creation(cut(open), usual.told(), open), trial::reset, findings));
    grow(lasting, findings);
    findings.assertNone();
    assertThat(findings.outlived()).as("strikes that were outlived").isPositive();
    assertThat(findings.failed()).as("strikes that failed their run").isPositive();
  }

  /**
   * Whether another resource cleans up after the one that is struck, or it after another: that is
   * seen only when the whole stack goes.
   */
  private static boolean swept(Strike strike) {
    return SWEPT.contains(slice.type(strike.place().resource()));
  }

  /** Lets each resource meet its faults on what stands before it, a part of the template each. */
  private static void grow(List<Strike> strikes, Findings findings) {
    beside.each(
        parts(strikes),
        (trial, part) -> {
          Grown stack = new Grown(trial, slice, usual.told());
          List<String> order = order();
          order.subList(0, order.indexOf(part.get(0))).forEach(stack::take);
          for (String resource : part) {
            stack.meet(
                resource,
                strikes.stream().filter(each -> each.place().resource().equals(resource)).toList(),
                findings);
            stack.take(resource);
          }
          stack.remove();
        });
  }

  /** The resources that these strike, in the order of their creation, in parts. */
  private static List<List<String>> parts(List<Strike> strikes) {
    List<String> struck =
        order().stream()
            .filter(id -> strikes.stream().anyMatch(each -> each.place().resource().equals(id)))
            .toList();
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < struck.size(); from += PART) {
      parts.add(struck.subList(from, Math.min(from + PART, struck.size())));
    }
    // The last ones need most, and take longest.
    Collections.reverse(parts);
    return parts;
  }

  /** The resources in the order of their creation. */
  private static List<String> order() {
    return usual.places().stream()
        .filter(place -> place.work().equals("CREATE"))
        .map(Place::resource)
        .distinct()
        .toList();
  }

  @Test
  @Order(2)
  void aDeletionWithFaultsEndsWhenItIsAskedForAgain() {
    List<Strike> strikes = strikes("DELETE");
    List<Wave> waves = ALL ? Wave.together(strikes) : Wave.alone(sample(strikes, DELETIONS));
    Findings findings = findings("deletions", waves, 0);
    beside.each(
        waves,
        (trial, wave) -> wave.on(open -> trial.deletion(cut(open), open), trial::reset, findings));
    findings.assertNone();
  }

  @Test
  @Order(3)
  void anUpdateThatReplacesTheInstanceWithFaultsIsAsAfterOrAsBefore() {
    Map<Trial, Replaced> stacks = new ConcurrentHashMap<>();
    List<Strike> strikes = new ArrayList<>();
    beside.one(
        trial ->
            strikes.addAll(
                everyFault(
                    stacks.computeIfAbsent(trial, Replaced::new).places().stream()
                        .filter(place -> place.resource().matches(ONLY)))));
    List<Wave> waves = new ArrayList<>(ALL ? Wave.together(passing(strikes)) : List.of());
    waves.addAll(Wave.alone(ALL ? lasting(strikes) : sample(strikes, UPDATES)));
    Findings findings = findings("updates", waves, 0);
    beside.each(
        waves,
        (trial, wave) ->
            wave.on(stacks.computeIfAbsent(trial, Replaced::new)::update, trial::reset, findings));
    beside.each(List.copyOf(stacks.values()), (any, stack) -> stack.remove());
    findings.assertNone();
  }

  private static Set<String> resources() {
    List<String> all = new ArrayList<>(slice.resources());
    all.removeIf(id -> !id.matches(ONLY));
    if (!ALL) {
      all.removeIf(id -> slice.depth(id) > SHALLOW);
      Collections.shuffle(all, CHANCE);
    }
    return Set.copyOf(ALL ? all : all.subList(0, RESOURCES));
  }

  /** Every fault at every call of a kind of work. */
  private static List<Strike> strikes(String work) {
    return everyFault(
        usual.places().stream()
            .filter(place -> place.work().equals(work) && place.resource().matches(ONLY)));
  }

  private static List<Strike> everyFault(Stream<Place> places) {
    return places
        .flatMap(place -> Stream.of(Fault.values()).map(fault -> new Strike(place, fault)))
        .toList();
  }

  private static List<Strike> sample(List<Strike> strikes, int size) {
    List<Strike> shuffled = new ArrayList<>(strikes);
    Collections.shuffle(shuffled, CHANCE);
    return shuffled.subList(0, Math.min(size, shuffled.size()));
  }

  /** Those that a run can outlive, so that it tells of others too. */
  private static List<Strike> passing(List<Strike> strikes) {
    return strikes.stream()
        .filter(each -> each.place().ofAResource() && !each.fault().lasting())
        .toList();
  }

  private static List<Strike> lasting(List<Strike> strikes) {
    List<Strike> others = new ArrayList<>(strikes);
    others.removeAll(passing(strikes));
    return others;
  }

  /** The template of what these strike, and of what that needs. */
  private static String cut(List<Strike> strikes) {
    return slice.with(
        strikes.stream().map(each -> each.place().resource()).collect(Collectors.toSet()));
  }

  private static Findings findings(String what, List<Wave> waves, int more) {
    int strikes = waves.stream().mapToInt(wave -> wave.strikes().size()).sum();
    return new Findings(what, strikes + more, System.out::println);
  }
}
