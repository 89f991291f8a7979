package com.harena.allinone.emulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What strikes showed: what is wrong is told when it is found, and all of it in the end. */
final class Findings {
  /** How often progress is told of at most. */
  private static final int TOLD = 100;

  private final String what;
  private final int expected;
  private final Consumer<String> progress;
  private final List<String> wrong = new ArrayList<>();
  private final List<Strike> unmet = new ArrayList<>();
  private int runs;
  private int done;
  private int outlived;
  private int failed;
  private int told;

  /**
   * Nothing is wrong yet.
   *
   * @param what what is struck
   * @param expected how many strikes there will be
   * @param progress is told what is found, and how many strikes are done
   */
  Findings(String what, int expected, Consumer<String> progress) {
    this.what = what;
    this.expected = expected;
    this.progress = progress;
  }

  /** A run in order. */
  synchronized void tried(Tried tried) {
    runs++;
    done += tried.strikes().size();
    if (tried.green()) {
      outlived += tried.strikes().size();
    } else {
      failed += tried.strikes().size();
    }
    tell();
  }

  /** Calls that were not made again, as those that depend on how long something takes. */
  synchronized void unmet(List<Strike> strikes) {
    unmet.addAll(strikes);
    done += strikes.size();
    tell();
  }

  /** A strike whose run is not in order. */
  synchronized void wrong(String words, Throwable e) {
    done++;
    unready(words, e);
    tell();
  }

  /** Something else that is not in order. */
  synchronized void unready(String words, Throwable e) {
    String said = words + ": " + (e instanceof AssertionError ? e.getMessage() : e.toString());
    wrong.add(said);
    progress.accept(said);
  }

  /** How many strikes were outlived. */
  synchronized int outlived() {
    return outlived;
  }

  /** How many strikes failed their run, in order. */
  synchronized int failed() {
    return failed;
  }

  /** How many strikes had no call to strike. */
  synchronized int unmet() {
    return unmet.size();
  }

  /** Fails with every finding if there is any, or if more than a tenth had no call to strike. */
  synchronized void assertNone() {
    assertThat(wrong).isEmpty();
    assertThat(unmet).as("strikes without a call").hasSizeLessThanOrEqualTo(1 + expected / 10);
  }

  private void tell() {
    if (done >= expected || done - told >= Math.max(1, expected / TOLD)) {
      told = done;
      progress.accept(
          "chaos, %s %d/%d in %d runs: %d outlived, %d failed, %d not met, %d findings"
              .formatted(what, done, expected, runs, outlived, failed, unmet.size(), wrong.size()));
    }
  }
}
