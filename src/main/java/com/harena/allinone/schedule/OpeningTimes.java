package com.harena.allinone.schedule;

import com.harena.allinone.blueprint.Hours;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the ticks of opening hours come: the first start or stop at or after a moment. Ticks stand
 * at multiples of five minutes, so an instance that may sleep from 23:32 stops at 23:35.
 */
public final class OpeningTimes {
  /** Longer than the longest time between two ticks of a kind: a week with one open day. */
  private static final int TICKS_LOOKED_AT = 8 * 24 * 12;

  private final Hours hours;

  /** The times of these hours. */
  public OpeningTimes(Hours hours) {
    this.hours = hours;
  }

  /** Time zone of the hours. */
  public ZoneId zone() {
    return hours.zone();
  }

  /** Whether the application is open at the moment. */
  public boolean openAt(Instant moment) {
    ZonedDateTime local = moment.atZone(hours.zone());
    return hours.days().contains(local.getDayOfWeek())
        && !local.toLocalTime().isBefore(hours.open())
        && local.toLocalTime().isBefore(hours.close());
  }

  /** The first start tick at or after the moment. */
  public Instant firstStart(Instant from) {
    return first(from, true);
  }

  /** The first stop tick at or after the moment. */
  public Instant firstStop(Instant from) {
    return first(from, false);
  }

  /** Every zone's offset is a multiple of a quarter of an hour, so ticks are too in UTC. */
  private Instant first(Instant from, boolean open) {
    long step = Tick.INTERVAL.toSeconds();
    long second = from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0);
    Instant tick = Instant.ofEpochSecond(-Math.floorDiv(-second, step) * step);
    for (int looked = 0; looked < TICKS_LOOKED_AT; looked++) {
      if (openAt(tick) == open) {
        return tick;
      }
      tick = tick.plus(Tick.INTERVAL);
    }
    throw new IllegalStateException(
        "opening hours %s have no %s tick in eight days".formatted(hours, open ? "start" : "stop"));
  }
}
