package com.harena.allinone.box;

import java.time.Duration;

/**
 * An instance that serves.
 *
 * @param instance its id
 * @param volume its data volume
 * @param firstBoot how long it took from a blank volume until it served
 * @param ticking the schedules that stop and start it
 */
record Serving(String instance, String volume, Duration firstBoot, Ticking ticking) {}
