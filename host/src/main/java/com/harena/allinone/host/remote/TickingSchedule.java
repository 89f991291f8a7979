package com.harena.allinone.host.remote;

import java.time.Instant;
import java.util.Optional;

/**
 * A schedule.
 *
 * @param group its group
 * @param name its name within the group
 * @param begin the first moment at which it may tick; empty when it ticks since it was made
 */
public record TickingSchedule(String group, String name, Optional<Instant> begin) {}
