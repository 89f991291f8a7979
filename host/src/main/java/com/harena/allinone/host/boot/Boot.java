package com.harena.allinone.host.boot;

import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.release.BundleFault;
import com.harena.allinone.host.state.BootProgress;
import com.harena.allinone.host.state.Phase;
import com.harena.allinone.host.timing.BackOff;
import com.harena.allinone.host.timing.Patience;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Runs the steps in order, and says how far it is. */
public final class Boot {
  private final List<Step> steps;
  private final Timing timing;
  private final Journal journal;
  private final BootProgress progress;

  /** Prepares to run the steps. */
  public Boot(List<Step> steps, Timing timing, Journal journal, BootProgress progress) {
    this.steps = List.copyOf(steps);
    this.timing = timing;
    this.journal = journal;
    this.progress = progress;
  }

  /**
   * Runs every step.
   *
   * @throws BootFailed at the first that fails for good
   */
  public void run() {
    for (int index = 0; index < steps.size(); index++) {
      Step step = steps.get(index);
      Instant begin = timing.now();
      journal.say("boot %d/%d: %s".formatted(index + 1, steps.size(), step.name()));
      progress.begins(step.name());
      run(step);
      long seconds = Duration.between(begin, timing.now()).toSeconds();
      if (seconds > 0) {
        journal.say("boot %d/%d: done after %d s".formatted(index + 1, steps.size(), seconds));
      }
    }
  }

  private void run(Step step) {
    Instant end = timing.now().plus(step.patience().map(Patience::total).orElse(Duration.ZERO));
    BackOff backOff =
        step.patience()
            .map(patience -> new BackOff(timing, patience.first(), patience.longest()))
            .orElseGet(() -> new BackOff(timing, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    while (true) {
      try {
        step.work().run();
        return;
      } catch (BundleFault e) {
        throw new BootFailed(step.name(), Step.Blame.BUNDLE, e);
      } catch (RuntimeException e) {
        if (!timing.now().isBefore(end)) {
          throw new BootFailed(step.name(), step.blame(), e);
        }
        progress
            .during(Phase.BOOTING)
            .say("%s: %s; trying again".formatted(step.name(), e.getMessage()));
        backOff.pause();
      }
    }
  }
}
