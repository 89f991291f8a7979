package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.host.remote.Waking;
import java.time.Instant;

/** A hold that was made, and what comes of it. */
public final class HoldReport implements OperatorReport {
  private final Blueprint blueprint;
  private final Waking.Held held;
  private final boolean awake;

  private HoldReport(Blueprint blueprint, Waking.Held held, boolean awake) {
    this.blueprint = blueprint;
    this.held = held;
    this.awake = awake;
  }

  /** The instance is kept awake. */
  public static HoldReport awake(Blueprint blueprint, Waking.Held held) {
    return new HoldReport(blueprint, held, true);
  }

  /** The instance is kept asleep. */
  public static HoldReport asleep(Blueprint blueprint, Waking.Held held) {
    return new HoldReport(blueprint, held, false);
  }

  @Override
  public String text() {
    return "%s is held %s until %s; schedules %s %s at %s (%s)%n"
        .formatted(
            blueprint.deployment(),
            awake ? "awake" : "asleep",
            held.opening().words(held.until()),
            awake ? "stop" : "start",
            held.instance(),
            held.opening().words(next()),
            blueprint.hours().orElseThrow().zone());
  }

  @Override
  public ObjectNode json() {
    return Json.object()
        .put("deployment", blueprint.deployment())
        .put("instance", held.instance())
        .put("held", awake ? "awake" : "asleep")
        .put("until", held.until().toString())
        .put(awake ? "stopsAt" : "startsAt", next().toString());
  }

  private Instant next() {
    return (awake ? held.opening().closes() : held.opening().opens()).orElseThrow();
  }
}
