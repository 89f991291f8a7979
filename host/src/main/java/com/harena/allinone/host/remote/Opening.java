package com.harena.allinone.host.remote;

import com.harena.allinone.blueprint.Hours;
import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.schedule.OpeningTimes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When schedules will next stop or start the instance, holds included.
 *
 * @param hours the opening hours; without them no schedule does either
 * @param holds what is held
 * @param now this moment
 */
public record Opening(Optional<Hours> hours, HoldState holds, Instant now) {
  /** When it stops if it runs; empty when it never does. */
  public Optional<Instant> closes() {
    return hours.map(it -> new OpeningTimes(it).firstStop(holds.awakeUntil().orElse(now)));
  }

  /** When it starts if it is stopped; empty when no schedule does so. */
  public Optional<Instant> opens() {
    return hours.map(it -> new OpeningTimes(it).firstStart(holds.asleepUntil().orElse(now)));
  }

  /** Whether the hours, without holds, are open ones. */
  public boolean open() {
    return hours.map(it -> new OpeningTimes(it).openAt(now)).orElse(true);
  }

  /** A moment as people read it, in the zone of the hours. */
  public String words(Instant moment) {
    return new LocalMoment(hours.map(Hours::zone).orElse(ZoneId.of("UTC"))).words(moment, now);
  }

  /** Why no command reaches an instance that does not run, and what changes that. */
  public InstanceAsleep asleep(Instance instance) {
    String state = instance.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    if (opens().isEmpty()) {
      return new InstanceAsleep(
          "%s is %s, and without opening hours no schedule starts it: aws ec2 start-instances --instance-ids %s"
              .formatted(instance.id(), state, instance.id()));
    }
    String until = words(opens().get());
    if (holds.asleepUntil().isPresent()) {
      return new InstanceAsleep(
          "%s is %s: held asleep until %s; 'allinone host awake --until HH:MM' starts it now"
              .formatted(instance.id(), state, until));
    }
    return new InstanceAsleep(
        open()
            ? "%s is %s in open hours: the next start comes at %s; if it stays so, see 'allinone host status'"
                .formatted(instance.id(), state, until)
            : "%s is %s: closed until %s; 'allinone host awake --until HH:MM' starts it now"
                .formatted(instance.id(), state, until));
  }
}
