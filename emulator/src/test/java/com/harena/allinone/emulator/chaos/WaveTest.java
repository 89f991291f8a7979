package com.harena.allinone.emulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WaveTest {
  private static final Strike ONE = strike("One");
  private static final Strike TWO = strike("Two");
  private static final Strike THREE = strike("Three");
  private static final List<Strike> ALL = List.of(ONE, TWO, THREE);

  private final List<String> told = new ArrayList<>();
  private final Findings findings = new Findings("runs", ALL.size(), told::add);
  private final List<List<Strike>> runs = new ArrayList<>();
  private int resets;

  @Test
  void isOneRunWhenAllAreOutlived() {
    wave(open -> new Tried(true, open));
    assertThat(runs).containsExactly(ALL);
    assertThat(findings.outlived()).isEqualTo(3);
    findings.assertNone();
  }

  @Test
  void triesAgainWhatAFailedRunShowsNoOutcomeOf() {
    wave(open -> open.contains(TWO) ? new Tried(false, Set.of(TWO)) : new Tried(true, open));
    assertThat(runs).containsExactly(ALL, List.of(ONE, THREE));
    assertThat(findings.failed()).isEqualTo(1);
    assertThat(findings.outlived()).isEqualTo(2);
    findings.assertNone();
  }

  @Test
  void findsTheOneThatIsWrongAndTriesTheOthers() {
    wave(
        open -> {
          if (open.contains(THREE)) {
            throw new IllegalStateException("left");
          }
          return new Tried(true, open);
        });
    assertThat(runs)
        .containsExactly(ALL, List.of(ONE), List.of(TWO, THREE), List.of(TWO), List.of(THREE));
    assertThat(resets).isEqualTo(3);
    assertThat(findings.outlived()).isEqualTo(2);
    assertThatThrownBy(findings::assertNone)
        .hasMessageContainingAll("Three", "java.lang.IllegalStateException: left");
    assertThat(told).last().asString().contains("3/3", "2 outlived", "1 findings");
  }

  @Test
  void looksForTheGuiltyOneOfAFailedRunThatNamesNone() {
    wave(open -> new Tried(false, open.size() > 1 ? List.of() : open));
    assertThat(findings.failed()).isEqualTo(3);
    assertThat(findings.unmet()).isZero();
  }

  @Test
  void tellsWhatHadNoCallToStrike() {
    wave(open -> new Tried(true, open.contains(ONE) ? Set.of(ONE) : Set.of()));
    assertThat(findings.unmet()).isEqualTo(2);
    assertThat(told).last().asString().contains("3/3", "2 not met");
    assertThatThrownBy(findings::assertNone).hasMessageContaining("strikes without a call");
  }

  @Test
  void goesOnWhenNothingCanBeMadeReadyForTheNextRun() {
    new Wave(List.of(ONE))
        .on(
            open -> {
              throw new AssertionError("wrong");
            },
            () -> {
              throw new IllegalStateException("still broken");
            },
            findings);
    assertThatThrownBy(findings::assertNone)
        .hasMessageContainingAll("wrong", "making ready for the next", "still broken");
  }

  private void wave(Function<List<Strike>, Tried> run) {
    new Wave(ALL)
        .on(
            open -> {
              runs.add(open);
              return run.apply(open);
            },
            () -> resets++,
            findings);
  }

  private static Strike strike(String resource) {
    return new Strike(new Place(resource, "CREATE", 0), Fault.BROKEN);
  }
}
