package com.harena.allinone.emulator.proof;

import com.harena.allinone.emulator.server.CallRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replays the recorded attach, detach, stop and terminate calls of the data volume: who held it,
 * and what of that breaks the rule that one instance holds it at a time, the owner alone.
 */
final class Holders {
  private final String volume;
  private final List<OwnerWatch.Change> owners;
  private final List<String> faults = new ArrayList<>();
  private final List<String> held = new ArrayList<>();
  private final Set<String> down = new HashSet<>();
  private Optional<String> holder = Optional.empty();

  private Holders(String volume, List<OwnerWatch.Change> owners) {
    this.volume = volume;
    this.owners = owners;
  }

  static Holders of(String volume, List<CallRecord> calls, List<OwnerWatch.Change> owners) {
    Holders holders = new Holders(volume, owners);
    calls.stream()
        .filter(call -> call.operation().service().equals("ec2") && call.succeeded())
        .forEach(holders::see);
    return holders;
  }

  /** What breaks the rule; empty if nothing does. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** The instances that held the volume, in turn. */
  List<String> held() {
    return List.copyOf(held);
  }

  private void see(CallRecord call) {
    switch (call.operation().action()) {
      case "AttachVolume" -> {
        if (call.ids().contains(volume)) {
          attach(call, instance(call));
        }
      }
      case "DetachVolume" -> {
        if (call.ids().contains(volume)) {
          detach(call);
        }
      }
      case "StopInstances" -> down.addAll(call.ids());
      case "StartInstances" -> call.ids().forEach(down::remove);
      case "TerminateInstances" -> {
        down.addAll(call.ids());
        // Termination lets go of every volume.
        holder = holder.filter(id -> !call.ids().contains(id));
      }
      default -> {
        // no other call moves a volume
      }
    }
  }

  private void attach(CallRecord call, String instance) {
    holder.ifPresent(
        before ->
            faults.add("%s attached the volume while %s held it".formatted(instance, before)));
    if (!owner(call.number()).equals(Optional.of(instance))) {
      faults.add(
          "call %d attached the volume to %s, and the owner was %s"
              .formatted(call.number(), instance, owner(call.number()).orElse("nobody")));
    }
    holder = Optional.of(instance);
    held.add(instance);
  }

  private void detach(CallRecord call) {
    holder
        .filter(before -> !down.contains(before))
        .ifPresent(
            before ->
                faults.add(
                    "call %d detached the volume from %s, which ran"
                        .formatted(call.number(), before)));
    holder = Optional.empty();
  }

  private Optional<String> owner(long call) {
    return owners.stream()
        .filter(change -> change.after() <= call)
        .reduce((first, last) -> last)
        .map(OwnerWatch.Change::instance);
  }

  private static String instance(CallRecord call) {
    return call.ids().stream()
        .filter(id -> id.startsWith("i-"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no instance in call " + call.number()));
  }
}
