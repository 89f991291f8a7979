package com.harena.allinone.schedule;

import java.time.ZoneId;

/**
 * One schedule of EventBridge Scheduler.
 *
 * @param name name within its schedule group, such as {@code start-1}
 * @param tick what it does
 * @param expression its {@code cron(…)} expression
 * @param zone time zone of the expression
 */
public record TickSchedule(String name, Tick tick, String expression, ZoneId zone) {
  /** What a reader of the console sees. */
  public String description() {
    String what =
        switch (tick) {
          case START -> "Starts the instance in open hours, again every five minutes";
          case STOP -> "Stops the instance in closed hours, again every five minutes";
          case SERVING_ZERO -> "The zero that an instance serving in open hours outdoes with 1";
        };
    return what + " (" + zone + ")";
  }
}
