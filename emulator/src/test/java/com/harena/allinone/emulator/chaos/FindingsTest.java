package com.harena.allinone.emulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings();

  @Test
  void goesOnAfterWhateverIsWrongAndTellsAll() {
    List<String> readied = new ArrayList<>();
    findings.attempt("one", () -> fail(new AssertionError("differs")), () -> readied.add("one"));
    findings.attempt("two", () -> fail(new IllegalStateException("broke")), () -> unready());
    findings.attempt("three", () -> true, () -> readied.add("three"));
    findings.attempt("four", () -> false, () -> readied.add("four"));
    assertThat(readied).containsExactly("one");
    assertThat(findings.green()).isEqualTo(1);
    assertThat(findings.failed()).isEqualTo(1);
    assertThatThrownBy(findings::assertNone)
        .hasMessageContainingAll(
            "one: differs",
            "two: java.lang.IllegalStateException: broke",
            "two, and making ready for the next: java.lang.IllegalStateException: still broken");
  }

  @Test
  void isSilentWithoutAFinding() {
    findings.attempt("one", () -> true, () -> {});
    findings.assertNone();
  }

  private static boolean fail(Throwable e) {
    if (e instanceof AssertionError error) {
      throw error;
    }
    throw (RuntimeException) e;
  }

  private static void unready() {
    throw new IllegalStateException("still broken");
  }
}
