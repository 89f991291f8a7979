package com.harena.allinone.host.cloud;

import java.time.Instant;
import java.util.Optional;

/** An instance in memory; running, in the deployment's zone and with its tag, until told else. */
public final class MemoryInstance {
  final String id;
  InstanceState state = InstanceState.RUNNING;
  String zone = MemoryCloud.ZONE;
  Optional<String> deployment = Optional.of(MemoryCloud.DEPLOYMENT);

  private InstanceState next = state;
  private Instant due = Instant.MAX;
  private int starts;

  MemoryInstance(String id) {
    this.id = id;
  }

  /** Puts it into this state at once. */
  public MemoryInstance in(InstanceState now) {
    state = now;
    due = Instant.MAX;
    return this;
  }

  /** Puts it into this zone. */
  public MemoryInstance inZone(String name) {
    zone = name;
    return this;
  }

  /** Takes its tag away. */
  public MemoryInstance untagged() {
    deployment = Optional.empty();
    return this;
  }

  /** Its state when last settled. */
  public InstanceState state() {
    return state;
  }

  /** How often it was started. */
  public int starts() {
    return starts;
  }

  void change(InstanceState through, InstanceState to, Instant when) {
    state = through;
    starts += through == InstanceState.PENDING ? 1 : 0;
    next = to;
    due = when;
  }

  void settle(Instant now) {
    if (!now.isBefore(due)) {
      state = next;
      due = Instant.MAX;
    }
  }

  Instance view() {
    return new Instance(id, state, zone, deployment);
  }
}
