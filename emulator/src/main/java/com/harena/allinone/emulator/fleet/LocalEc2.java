package com.harena.allinone.emulator.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** EC2 as every caller of the local AWS meets it: the fleet where AWS does more, moto elsewhere. */
public final class LocalEc2 implements AutoCloseable {
  private final Ec2Backend backend;
  private final Clock clock;
  private final Fleet fleet;
  private final InstanceCalls instances;
  private final VolumeCalls volumes;
  private final SpotCalls requests;
  private final NetworkCalls network;

  /**
   * Stands before a backend.
   *
   * @param parameters reads a plain parameter of Parameter Store
   * @param machines turns the machines of instances on and off
   */
  public LocalEc2(
      Ec2Backend backend,
      String region,
      Pace pace,
      Function<String, Optional<String>> parameters,
      MachineSwitch machines) {
    this.backend = backend;
    this.clock = new Clock(pace);
    this.fleet = new Fleet(backend, clock, region, machines);
    this.instances =
        new InstanceCalls(fleet, new LaunchExpansion(backend, new Images(backend, parameters)));
    this.volumes = new VolumeCalls(fleet);
    this.requests = new SpotCalls(fleet);
    this.network = new NetworkCalls(fleet);
  }

  /**
   * Answers a call, or leaves it, empty, to moto as it is.
   *
   * @throws Ec2Failure if EC2 refuses it
   */
  public Optional<Ec2Xml> answer(Ec2Call call) {
    return switch (call.action()) {
      case "RunInstances" -> Optional.of(instances.run(call));
      case "DescribeInstances" -> Optional.of(instances.describe(call));
      case "StartInstances" -> Optional.of(instances.turn(call, fleet::start));
      case "StopInstances" -> Optional.of(instances.turn(call, fleet::stop));
      case "TerminateInstances" -> Optional.of(instances.turn(call, fleet::terminate));
      case "DescribeVolumes" -> Optional.of(volumes.describe(call));
      case "AttachVolume" -> Optional.of(volumes.attach(call));
      case "DetachVolume" -> Optional.of(volumes.detach(call));
      case "DescribeSpotInstanceRequests" -> Optional.of(requests.describe(call));
      case "CancelSpotInstanceRequests" -> Optional.of(requests.cancel(call));
      case "RequestSpotInstances", "RequestSpotFleet", "CreateFleet" ->
          throw new Ec2Failure(
              "UnsupportedOperation",
              "%s is not known to the local AWS: launch with RunInstances"
                  .formatted(call.action()));
      default -> {
        refuse(call);
        yield Optional.empty();
      }
    };
  }

  /** Tags of a resource of EC2. */
  public Map<String, String> tags(String id) {
    if (id.startsWith("sir-")) {
      return requests.tags(id);
    }
    Map<String, String> tags = new TreeMap<>();
    backend
        .call(Ec2Call.of("DescribeTags", "Filter.1.Name", "resource-id", "Filter.1.Value.1", id))
        .items("tagSet")
        .forEach(tag -> tags.put(tag.text("key").orElse(""), tag.text("value").orElse("")));
    return tags;
  }

  /** The instance profile of an instance. */
  public Optional<String> profile(String instance) {
    return fleet.instance(instance).flatMap(found -> found.launched.profile());
  }

  /** The VPC of an instance. */
  public Optional<String> networkOfInstance(String instance) {
    return backend
        .call(Ec2Call.of("DescribeInstances", "InstanceId.1", instance))
        .items("reservationSet")
        .stream()
        .flatMap(reservation -> reservation.items("instancesSet").stream())
        .flatMap(found -> found.text("vpcId").stream())
        .findFirst();
  }

  /** The VPC of a security group. */
  public Optional<String> networkOf(String group) {
    return backend
        .call(
            Ec2Call.of(
                "DescribeSecurityGroups", "Filter.1.Name", "group-id", "Filter.1.Value.1", group))
        .items("securityGroupInfo")
        .stream()
        .flatMap(found -> found.text("vpcId").stream())
        .findFirst();
  }

  /** Ids of instances that have not ended, oldest first. */
  public List<String> living() {
    synchronized (fleet) {
      return fleet.instances().stream()
          .filter(instance -> !instance.ending())
          .map(FleetInstance::id)
          .toList();
    }
  }

  /** What EC2 could not carry through behind the scenes; empty on a sound run. */
  public List<String> faults() {
    return clock.faults();
  }

  private void refuse(Ec2Call call) {
    switch (call.action()) {
      case "ModifyInstanceAttribute" -> instances.refuseChange(call);
      case "DeleteVolume" -> volumes.refuseDeletion(call);
      case "DeleteVpc" -> network.refuseVpc(call);
      case "DeleteSubnet" -> network.refuseSubnet(call);
      case "DeleteSecurityGroup" -> network.refuseGroup(call);
      case "DetachInternetGateway" -> network.refuseGateway(call);
      case "DeleteRouteTable" -> network.refuseRouteTable(call);
      default -> {
        // Everything else is moto's.
      }
    }
  }

  @Override
  public void close() {
    clock.close();
  }
}
