package com.harena.allinone.emulator.chaos;

import com.harena.allinone.emulator.engine.ResourceDescription;
import com.harena.allinone.emulator.machine.Machines;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets calls go wrong while something is done with a stack, up to its whole end: the boot that it
 * began is a part of it, so that every call of the boot can be struck.
 */
final class Striking {
  private static final Duration BOOT = Duration.ofMinutes(4);
  private static final long PAUSE_MILLIS = 20;

  private final Faults faults;
  private final ReviewedStack stack;
  private final Machines machines;

  Striking(Faults faults, ReviewedStack stack, Machines machines) {
    this.faults = faults;
    this.stack = stack;
    this.machines = machines;
  }

  /** Does some work with these strikes. */
  <T> T with(Collection<Strike> strikes, Supplier<T> work) {
    rest();
    faults.arm(strikes);
    T done = work.get();
    rest();
    return done;
  }

  /** Lets everything pass again; which strikes had their call. */
  Met met(List<Strike> strikes) {
    return Met.of(faults, strikes);
  }

  /** Lets everything pass again; the calls that were made, in order. */
  Set<Place> places() {
    return faults.disarm().keySet();
  }

  /** Waits until each machine that boots for the stack serves, or has failed, or is off. */
  private void rest() {
    Instant end = Instant.now().plus(BOOT);
    while (!booting().stream().allMatch(machines::rests)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not within %s: machines rest, of %s".formatted(BOOT, booting()));
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  /** The instances that boot as the owner parameter says: without one, they wait for good. */
  private List<String> booting() {
    List<ResourceDescription> made =
        stack.engine().describeStacks(Optional.empty()).stream()
            .flatMap(each -> stack.engine().listStackResources(each.id()).stream())
            .filter(each -> each.status().matches("(CREATE|UPDATE)_COMPLETE"))
            .toList();
    return made.stream().noneMatch(each -> each.logicalId().equals("Owner"))
        ? List.of()
        : made.stream()
            .filter(each -> each.type().equals("AWS::EC2::Instance"))
            .flatMap(each -> each.physicalId().stream())
            .toList();
  }
}
