package com.harena.allinone.host.cloud;

import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.secret.SecretValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * EC2 and Parameter Store in memory, as far as the host knows them: states that take time to
 * change, one holder for each volume, EC2's own error codes. It notes every call and what must
 * never happen, and runs on any clock.
 */
public final class MemoryCloud {
  /** The deployment whose instances may be stopped. */
  public static final String DEPLOYMENT = "harena-production";

  /** Where everything is unless a test says otherwise. */
  public static final String ZONE = "eu-west-1a";

  final Timing timing;
  final Map<String, MemoryInstance> instances = new TreeMap<>();
  final Map<String, MemoryVolume> volumes = new TreeMap<>();
  final Map<String, String> parameters = new TreeMap<>();
  final Map<String, SecretValue> secrets = new TreeMap<>();

  private final Supplier<Duration> transition;
  private final List<Noted> calls = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  /** A cloud in which each change of state takes as long as the supplier says. */
  public MemoryCloud(Timing timing, Supplier<Duration> transition) {
    this.timing = timing;
    this.transition = transition;
  }

  /** A call that changes something. */
  public record Noted(Instant at, String caller, String verb, String subject) {}

  /** Adds a running instance of the deployment. */
  public MemoryInstance addInstance(String id) {
    MemoryInstance instance = new MemoryInstance(id);
    instances.put(id, instance);
    return instance;
  }

  /** Adds an available volume. */
  public MemoryVolume addVolume(String id) {
    MemoryVolume volume = new MemoryVolume(id);
    volumes.put(id, volume);
    return volume;
  }

  /** Sets a plain parameter. */
  public void parameter(String name, String value) {
    parameters.put(name, value);
  }

  /** The plain parameter. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** Sets a secret, as an operator does. */
  public void secret(String name, String value) {
    secrets.put(name, SecretValue.of(value));
  }

  /** The instance after all changes that are due. */
  public MemoryInstance instance(String id) {
    settle();
    return instances.get(id);
  }

  /** The volume after all changes that are due. */
  public MemoryVolume volume(String id) {
    settle();
    return volumes.get(id);
  }

  /** Starts the instance, as a schedule or an operator does; nothing unless it is stopped. */
  public void start(String id) {
    settle();
    MemoryInstance instance = instances.get(id);
    if (instance.state == InstanceState.STOPPED) {
      instance.change(InstanceState.PENDING, InstanceState.RUNNING, due());
    }
  }

  /** Stops the instance, as a schedule or EC2 does; nothing unless it is on. */
  public void powerOff(String id) {
    settle();
    MemoryInstance instance = instances.get(id);
    if (instance.state.on()) {
      instance.change(InstanceState.STOPPING, InstanceState.STOPPED, due());
    }
  }

  /** Terminates the instance; its volumes leave it. */
  public void terminate(String id) {
    settle();
    instances.get(id).change(InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED, due());
  }

  /** The operating system of the instance mounts the volume. */
  public void mount(String volume, String instance) {
    settle();
    MemoryVolume held = volumes.get(volume);
    if (!held.isAttachedTo(instance)) {
      violate("%s mounts %s, which is not attached to it".formatted(instance, volume));
    }
    if (held.mountedBy.isPresent() && !held.mountedBy.get().equals(instance)) {
      violate("%s mounts %s while %s does".formatted(instance, volume, held.mountedBy.get()));
    }
    held.mountedBy = Optional.of(instance);
  }

  /** Calls that changed something, oldest first. */
  public List<Noted> calls() {
    return List.copyOf(calls);
  }

  /** How often the verb was called. */
  public long count(String verb) {
    return calls.stream().filter(call -> call.verb().equals(verb)).count();
  }

  /** What must never happen and did. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** Brings every state to now. */
  public void settle() {
    Instant now = timing.now();
    instances.values().forEach(instance -> instance.settle(now));
    for (MemoryVolume volume : volumes.values()) {
      volume.settle(now);
      volume.mountedBy = volume.mountedBy.filter(id -> !stateOf(id).off());
      if (volume.holder().filter(id -> stateOf(id) == InstanceState.TERMINATED).isPresent()) {
        volume.free();
      }
    }
  }

  private InstanceState stateOf(String id) {
    return Optional.ofNullable(instances.get(id))
        .map(MemoryInstance::state)
        .orElse(InstanceState.RUNNING);
  }

  void note(String caller, String verb, String subject) {
    calls.add(new Noted(timing.now(), caller, verb, subject));
  }

  void violate(String words) {
    violations.add("%s: %s".formatted(timing.now(), words));
  }

  Instant due() {
    return timing.now().plus(transition.get());
  }
}
