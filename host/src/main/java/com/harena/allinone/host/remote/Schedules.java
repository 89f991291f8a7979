package com.harena.allinone.host.remote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Schedules of EventBridge Scheduler, and from when on they tick. */
public interface Schedules {
  /** The schedules of a group, sorted by name; empty when there is no such group. */
  List<TickingSchedule> in(String group);

  /**
   * Makes a schedule tick from a moment on, or at once, and changes nothing else of it.
   *
   * @param begin the first moment at which it may tick; empty for at once
   */
  void begin(TickingSchedule schedule, Optional<Instant> begin);
}
