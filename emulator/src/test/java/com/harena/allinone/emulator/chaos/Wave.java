package com.harena.allinone.emulator.chaos;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Strikes that are tried in one run, each at another resource. What the run shows no outcome of, as
 * it failed at another's, is tried again; when a run is wrong, or it cannot be told which strike
 * failed it, its halves are tried, down to the single strike.
 *
 * @param strikes the strikes
 */
record Wave(List<Strike> strikes) {
  Wave {
    strikes = List.copyOf(strikes);
  }

  /** Each in a wave of its own. */
  static List<Wave> alone(List<Strike> strikes) {
    return strikes.stream().map(strike -> new Wave(List.of(strike))).toList();
  }

  /** The same fault at the same call of every resource, in one wave. */
  static List<Wave> together(List<Strike> strikes) {
    Collection<List<Strike>> groups =
        strikes.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.fault() + " " + each.place().work() + " " + each.place().call()))
            .values();
    return groups.stream()
        .sorted(Comparator.comparing((List<Strike> each) -> -each.size()))
        .map(Wave::new)
        .toList();
  }

  /**
   * Tries them.
   *
   * @param run makes one run with strikes
   * @param anew makes everything ready for the next run when one is wrong
   * @param findings takes what the runs show
   */
  void on(Function<List<Strike>, Tried> run, Runnable anew, Findings findings) {
    List<Strike> open = strikes;
    while (!open.isEmpty()) {
      Tried tried;
      try {
        tried = run.apply(open);
      } catch (AssertionError | RuntimeException e) {
        wrong(open, e, anew, findings);
        halves(open, run, anew, findings);
        return;
      }
      findings.tried(tried);
      if (tried.strikes().isEmpty() && tried.green()) {
        findings.unmet(open);
        return;
      } else if (tried.strikes().isEmpty()) {
        halves(open, run, anew, findings);
        return;
      }
      open = open.stream().filter(each -> !tried.strikes().contains(each)).toList();
    }
  }

  private static void wrong(List<Strike> open, Throwable e, Runnable anew, Findings findings) {
    if (open.size() == 1) {
      findings.wrong(open.get(0).toString(), e);
    }
    try {
      anew.run();
    } catch (AssertionError | RuntimeException unready) {
      findings.unready("after %s, making ready for the next".formatted(open), unready);
    }
  }

  private static void halves(
      List<Strike> open, Function<List<Strike>, Tried> run, Runnable anew, Findings findings) {
    if (open.size() > 1) {
      int half = open.size() / 2;
      new Wave(open.subList(0, half)).on(run, anew, findings);
      new Wave(open.subList(half, open.size())).on(run, anew, findings);
    }
  }
}
