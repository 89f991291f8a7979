package com.harena.allinone.host.remote;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Patience;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.schedule.OpeningTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps the instance awake beyond its hours, or puts it to sleep within them. */
public final class Waking {
  /** A Compose stack stops within its units' two minutes; EC2 forces an end soon after. */
  private static final Patience STOPPED = Patience.upTo(Duration.ofMinutes(10));

  /** A Spot request that has just stopped its instance refuses a start for a while. */
  private static final Patience STARTED = Patience.upTo(Duration.ofMinutes(5));

  private final Blueprint blueprint;
  private final OperatorCloud cloud;
  private final Timing timing;
  private final Journal journal;

  /** Works on the instance of the blueprint's deployment. */
  public Waking(Blueprint blueprint, OperatorCloud cloud, Timing timing, Journal journal) {
    this.blueprint = blueprint;
    this.cloud = cloud;
    this.timing = timing;
    this.journal = journal;
  }

  /**
   * Whether a hold until a time makes sense, before anybody signs in to AWS for it.
   *
   * @param until such as {@code 23:30}, in the zone of the opening hours
   * @throws HoldRefused if there are no hours, or it is no time, or past
   */
  public static void check(Blueprint blueprint, String until, Instant now) {
    new LocalMoment(times(blueprint).zone()).parse(until, now);
  }

  /**
   * Keeps every schedule from stopping the instance until a time, and starts it if it is off.
   *
   * @param until such as {@code 23:30}, in the zone of the opening hours
   * @throws HoldRefused if there are no hours, or the time is past
   */
  public Held awake(String until) {
    OpeningTimes times = times(blueprint);
    Instant moment = new LocalMoment(times.zone()).parse(until, timing.now());
    Instance instance = instance();
    holds().awake(moment);
    if (!instance.state().on()) {
      start(instance);
    }
    return held(instance.id(), moment);
  }

  /**
   * Keeps every schedule from starting the instance until a time, and stops it if it runs.
   *
   * @param until such as {@code 23:30}; when empty, until the opening after the present hours
   * @throws HoldRefused if there are no hours, or the time is past
   */
  public Held sleep(Optional<String> until) {
    OpeningTimes times = times(blueprint);
    Instant now = timing.now();
    Optional<Instant> given = until.map(text -> new LocalMoment(times.zone()).parse(text, now));
    Instant next = times.firstStart(times.firstStop(now));
    Instance instance = instance();
    holds().sleep(given.or(() -> Optional.of(next).filter(unused -> times.openAt(now))));
    if (instance.state().on()) {
      journal.say("stopping " + instance.id());
      cloud.instances().stop(instance.id());
    }
    return held(instance.id(), given.orElse(next));
  }

  private void start(Instance instance) {
    if (instance.state() == InstanceState.STOPPING) {
      journal.say("%s is still stopping: it is started after that".formatted(instance.id()));
      STOPPED.await(timing, () -> Optional.of(instance()).filter(it -> it.state().off()));
    }
    journal.say("starting " + instance.id());
    if (STARTED.await(timing, () -> started(instance.id())).isEmpty()) {
      cloud.starts().start(instance.id());
    }
  }

  private Optional<String> started(String instance) {
    try {
      cloud.starts().start(instance);
      return Optional.of(instance);
    } catch (CloudFailure e) {
      if (!e.passing()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Held held(String instance, Instant until) {
    return new Held(instance, until, new Opening(blueprint.hours(), holds().state(), timing.now()));
  }

  private Instance instance() {
    Instance instance = new OwnedInstance(blueprint, cloud).find();
    if (instance.state() == InstanceState.TERMINATED
        || instance.state() == InstanceState.SHUTTING_DOWN) {
      throw new NotDeployed(
          "%s is terminated: run 'allinone deploy' to make another".formatted(instance.id()));
    }
    return instance;
  }

  private static OpeningTimes times(Blueprint blueprint) {
    return blueprint
        .hours()
        .map(OpeningTimes::new)
        .orElseThrow(
            () ->
                new HoldRefused(
                    "the blueprint has no opening hours, so no schedule stops or starts the instance: there is nothing to hold; write 'hours' into it, or use aws ec2 stop-instances"));
  }

  private Holds holds() {
    return new Holds(blueprint, cloud.schedules(), timing, journal);
  }

  /**
   * A hold that was made.
   *
   * @param instance the instance
   * @param until until when
   * @param opening when it stops or starts now
   */
  public record Held(String instance, Instant until, Opening opening) {}
}
