package com.harena.allinone.host.remote;

import java.time.Instant;
import java.util.Optional;

/**
 * What holds the schedules back at this moment.
 *
 * @param awakeUntil before this no schedule stops the instance; empty when some may
 * @param asleepUntil before this no schedule starts the instance; empty when some may
 * @param halfDone whether schedules of one kind begin at different moments, as after a hold that
 *     was cut
 */
public record HoldState(
    Optional<Instant> awakeUntil, Optional<Instant> asleepUntil, boolean halfDone) {
  /** Nothing is held. */
  public static HoldState none() {
    return new HoldState(Optional.empty(), Optional.empty(), false);
  }
}
