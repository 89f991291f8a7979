package com.harena.allinone.host.remote;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.schedule.TickGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds the schedules of a deployment back: all that stop the instance, or all that start it
 * together with the zeros of {@code Serving}, so that nobody is paged for an instance that sleeps
 * on request.
 *
 * <p>A hold ends by itself. One that was cut halfway is completed by the same call.
 */
public final class Holds {
  private final String deployment;
  private final Schedules schedules;
  private final Timing timing;
  private final Journal journal;

  /** Holds the schedules of the blueprint's deployment. */
  public Holds(Blueprint blueprint, Schedules schedules, Timing timing, Journal journal) {
    this.deployment = blueprint.deployment();
    this.schedules = schedules;
    this.timing = timing;
    this.journal = journal;
  }

  /** What is held now. */
  public HoldState state() {
    Instant now = timing.now();
    List<Optional<Instant>> stops = begins(TickGroup.STOP, now);
    List<Optional<Instant>> starts = begins(TickGroup.START, now);
    return new HoldState(
        earliest(stops),
        earliest(starts),
        stops.stream().distinct().count() > 1 || starts.stream().distinct().count() > 1);
  }

  /** No schedule stops the instance before the moment, and none is kept from starting it. */
  public void awake(Instant until) {
    hold(TickGroup.START, Optional.empty());
    hold(TickGroup.STOP, Optional.of(until));
  }

  /** No schedule starts the instance before the moment, and none is kept from stopping it. */
  public void sleep(Optional<Instant> until) {
    hold(TickGroup.START, until);
    hold(TickGroup.STOP, Optional.empty());
  }

  /** Every schedule that stops begins at the moment, or at once. */
  public void stopsBegin(Optional<Instant> begin) {
    hold(TickGroup.STOP, begin);
  }

  private void hold(TickGroup group, Optional<Instant> begin) {
    List<TickingSchedule> all = existing(group);
    Instant now = timing.now();
    int done = 0;
    try {
      for (TickingSchedule each : all) {
        if (!future(each.begin(), now).equals(begin)) {
          schedules.begin(each, begin);
          journal.say("schedule %s: %s".formatted(each.name(), words(begin)));
        }
        done++;
      }
    } catch (CloudFailure e) {
      journal.say(
          "%d of %d schedules of group %s are done: the same command completes them"
              .formatted(done, all.size(), group.nameIn(deployment)));
      throw e;
    }
  }

  private List<TickingSchedule> existing(TickGroup group) {
    List<TickingSchedule> all = schedules.in(group.nameIn(deployment));
    if (all.isEmpty()) {
      throw new NotDeployed(
          "there is no schedule in the group %s: deploy the blueprint first, with its opening hours"
              .formatted(group.nameIn(deployment)));
    }
    return all;
  }

  private List<Optional<Instant>> begins(TickGroup group, Instant now) {
    return schedules.in(group.nameIn(deployment)).stream()
        .map(each -> future(each.begin(), now))
        .toList();
  }

  /** Held until the first of them may tick: not at all when one has no beginning. */
  private static Optional<Instant> earliest(List<Optional<Instant>> begins) {
    return begins.stream().allMatch(Optional::isPresent)
        ? begins.stream().flatMap(Optional::stream).min(Instant::compareTo)
        : Optional.empty();
  }

  private static Optional<Instant> future(Optional<Instant> begin, Instant now) {
    return begin.filter(moment -> moment.isAfter(now));
  }

  private static String words(Optional<Instant> begin) {
    return begin.map(moment -> "begins at " + moment).orElse("ticks at once");
  }
}
