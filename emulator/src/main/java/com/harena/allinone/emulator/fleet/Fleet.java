package com.harena.allinone.emulator.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Instances and Spot requests of one region, and how they turn from state to state. What a class of
 * this package reads or changes here, it does while it holds the fleet's lock.
 */
final class Fleet {
  final Ec2Backend backend;
  final Clock clock;
  final Attachments attachments = new Attachments();
  private final String region;
  private final MachineSwitch machines;
  private final Map<String, FleetInstance> instances = new LinkedHashMap<>();
  private final Map<String, SpotRequest> requests = new LinkedHashMap<>();
  private long launches;

  Fleet(Ec2Backend backend, Clock clock, String region, MachineSwitch machines) {
    this.backend = backend;
    this.clock = clock;
    this.region = region;
    this.machines = machines;
  }

  synchronized Optional<FleetInstance> instance(String id) {
    return Optional.ofNullable(instances.get(id));
  }

  synchronized List<FleetInstance> instances() {
    return new ArrayList<>(instances.values());
  }

  synchronized List<SpotRequest> requests() {
    return new ArrayList<>(requests.values());
  }

  synchronized Optional<SpotRequest> request(String id) {
    return Optional.ofNullable(requests.get(id));
  }

  /** Launches one instance, and gives EC2's answer. */
  synchronized Ec2Xml launch(LaunchData launch) {
    Ec2Xml answer = backend.call(launch.behind());
    FleetInstance instance = add(launch, answer.items("instancesSet").get(0));
    if (launch.spot()) {
      SpotRequest request = new SpotRequest(Identifier.spotRequest(), launch, instance.id());
      requests.put(request.id, request);
      instance.request = Optional.of(request);
    }
    return answer;
  }

  private FleetInstance add(LaunchData launch, Ec2Xml described) {
    String id = described.text("instanceId").orElseThrow();
    Launched launched =
        new Launched(id, region, described.text("privateIpAddress").orElseThrow(), launch);
    Optional<Ec2Xml> card = described.items("networkInterfaceSet").stream().findFirst();
    FleetInstance instance =
        new FleetInstance(
            ++launches,
            launched,
            described.text("placement/availabilityZone").orElseThrow(),
            card.flatMap(c -> c.text("networkInterfaceId")).orElse(""));
    instances.put(id, instance);
    for (Ec2Xml device : described.items("blockDeviceMapping")) {
      attachments.add(
          new Attachments.Attachment(
              device.text("ebs/volumeId").orElseThrow(),
              id,
              device.text("deviceName").orElseThrow(),
              device.text("ebs/deleteOnTermination").filter("true"::equals).isPresent(),
              Attachments.State.ATTACHED));
    }
    new Cards(backend).tag(instance.networkInterface, launch.call().tags("network-interface"));
    clock.after(Pace.START, () -> running(instance));
    return instance;
  }

  private synchronized void running(FleetInstance instance) {
    if (instance.state == InstanceStates.PENDING) {
      instance.state = InstanceStates.RUNNING;
      machines.on(instance.launched);
    }
  }

  synchronized void start(FleetInstance instance) {
    if (instance.state == InstanceStates.PENDING || instance.state == InstanceStates.RUNNING) {
      return;
    }
    if (instance.state != InstanceStates.STOPPED) {
      throw new Ec2Failure(
          "IncorrectInstanceState",
          "The instance '%s' is not in a state from which it can be started."
              .formatted(instance.id()));
    }
    instance.request.ifPresent(request -> startable(instance, request));
    backend.call(Ec2Call.of("StartInstances", "InstanceId.1", instance.id()));
    instance.request.ifPresent(request -> request.turn(SpotRequest.State.ACTIVE, "fulfilled"));
    instance.state = InstanceStates.PENDING;
    clock.after(Pace.START, () -> running(instance));
  }

  private static void startable(FleetInstance instance, SpotRequest request) {
    if (request.state != SpotRequest.State.DISABLED) {
      throw new Ec2Failure(
          "IncorrectSpotRequestState",
          "You can't start the Spot Instance '%s' because the associated Spot Instance request '%s' is not in an appropriate state to support start."
              .formatted(instance.id(), request.id));
    }
  }

  synchronized void stop(FleetInstance instance) {
    if (instance.state == InstanceStates.STOPPED || instance.state == InstanceStates.STOPPING) {
      return;
    }
    if (instance.ending()) {
      throw new Ec2Failure(
          "IncorrectInstanceState",
          "This instance '%s' is not in a state from which it can be stopped."
              .formatted(instance.id()));
    }
    if (instance.request.filter(request -> !request.launch.persistent()).isPresent()) {
      throw new Ec2Failure(
          "UnsupportedOperation",
          "You can't stop the Spot Instance '%s' because it is associated with a one-time Spot Instance request. You can only stop Spot Instances associated with persistent Spot Instance requests."
              .formatted(instance.id()));
    }
    instance.state = InstanceStates.STOPPING;
    machines.off(instance.id());
    clock.after(Pace.STOP, () -> stopped(instance));
  }

  private synchronized void stopped(FleetInstance instance) {
    if (instance.state != InstanceStates.STOPPING) {
      return;
    }
    backend.call(Ec2Call.of("StopInstances", "InstanceId.1", instance.id()));
    instance.state = InstanceStates.STOPPED;
    instance.request.ifPresent(request -> clock.after(Pace.REQUEST, () -> disable(instance)));
    settle(instance);
  }

  private synchronized void disable(FleetInstance instance) {
    SpotRequest request = instance.request.orElseThrow();
    if (instance.state == InstanceStates.STOPPED && request.state == SpotRequest.State.ACTIVE) {
      request.turn(SpotRequest.State.DISABLED, "instance-stopped-by-user");
    }
  }

  synchronized void terminate(FleetInstance instance) {
    if (instance.ending()) {
      return;
    }
    boolean wasOff = instance.state == InstanceStates.STOPPED;
    instance.state = InstanceStates.SHUTTING_DOWN;
    if (!wasOff) {
      machines.off(instance.id());
    }
    clock.after(Pace.TERMINATION, () -> terminated(instance));
  }

  private synchronized void terminated(FleetInstance instance) {
    instance.state = InstanceStates.TERMINATED;
    backend.call(Ec2Call.of("TerminateInstances", "InstanceId.1", instance.id()));
    new Cards(backend).remove(instance.networkInterface);
    for (Attachments.Attachment attachment : attachments.on(instance.id())) {
      attachments.remove(attachment);
      new Disks(backend).leave(attachment);
    }
    machines.gone(instance.id());
    instance.request.ifPresent(this::goOn);
    clock.after(Pace.AFTERLIFE, () -> forget(instance.id()));
  }

  private synchronized void forget(String instance) {
    instances.remove(instance);
    machines.forgotten(instance);
  }

  private void goOn(SpotRequest request) {
    if (request.launchesAgain()) {
      request.turn(SpotRequest.State.OPEN, "instance-terminated-by-user");
      clock.after(Pace.RELAUNCH, () -> launchAgain(request));
    } else if (request.live()) {
      request.turn(SpotRequest.State.CLOSED, "instance-terminated-by-user");
    } else {
      request.status = "instance-terminated-by-user";
    }
  }

  private synchronized void launchAgain(SpotRequest request) {
    if (request.state != SpotRequest.State.OPEN) {
      return;
    }
    LaunchData launch = request.launch.untagged();
    FleetInstance instance =
        add(launch, backend.call(launch.behind()).items("instancesSet").get(0));
    instance.request = Optional.of(request);
    request.instance = instance.id();
    request.turn(SpotRequest.State.ACTIVE, "fulfilled");
  }

  /** Cancels a request; an instance that is stopped for it ends with it. */
  synchronized void cancel(SpotRequest request) {
    if (!request.live()) {
      return;
    }
    Optional<FleetInstance> instance = instance(request.instance).filter(i -> !i.ending());
    request.turn(
        SpotRequest.State.CANCELLED,
        instance.isPresent()
            ? "request-canceled-and-instance-running"
            : "canceled-before-fulfillment");
    instance.filter(i -> i.state == InstanceStates.STOPPED).ifPresent(this::terminate);
  }

  /** Lets go what the operating system kept, now that it is off. */
  private void settle(FleetInstance instance) {
    for (Attachments.Attachment attachment : attachments.on(instance.id())) {
      if (attachment.state == Attachments.State.BUSY) {
        attachments.remove(attachment);
        new Disks(backend).detach(attachment);
      }
    }
  }
}
