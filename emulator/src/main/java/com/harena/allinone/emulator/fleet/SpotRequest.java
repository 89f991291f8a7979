package com.harena.allinone.emulator.fleet;

import java.util.Map;
import java.util.TreeMap;

/** A Spot request; guarded by its fleet. */
final class SpotRequest {
  /** States of a request, as EC2 names them. */
  enum State {
    OPEN,
    ACTIVE,
    DISABLED,
    CLOSED,
    CANCELLED
  }

  final String id;
  final LaunchData launch;
  final Map<String, String> tags;
  State state = State.ACTIVE;
  String status = "fulfilled";
  String instance;

  SpotRequest(String id, LaunchData launch, String instance) {
    this.id = id;
    this.launch = launch;
    this.tags = new TreeMap<>(launch.call().tags("spot-instances-request"));
    this.instance = instance;
  }

  void turn(State next, String why) {
    state = next;
    status = why;
  }

  boolean live() {
    return state == State.OPEN || state == State.ACTIVE || state == State.DISABLED;
  }

  boolean launchesAgain() {
    return live() && launch.persistent();
  }

  String label() {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }
}
