package com.harena.allinone.emulator.fleet;

import java.util.Optional;

/** An instance; guarded by its fleet. */
final class FleetInstance {
  final long number;
  final Launched launched;
  final String zone;
  final String networkInterface;
  InstanceStates state = InstanceStates.PENDING;
  Optional<SpotRequest> request = Optional.empty();

  /**
   * An instance that starts.
   *
   * @param number grows from launch to launch
   */
  FleetInstance(long number, Launched launched, String zone, String networkInterface) {
    this.number = number;
    this.launched = launched;
    this.zone = zone;
    this.networkInterface = networkInterface;
  }

  String id() {
    return launched.id();
  }

  boolean off() {
    return state == InstanceStates.STOPPED || state == InstanceStates.TERMINATED;
  }

  boolean ending() {
    return state == InstanceStates.SHUTTING_DOWN || state == InstanceStates.TERMINATED;
  }
}
