package com.harena.allinone.emulator.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls about instances. */
final class InstanceCalls {
  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("availability-zone", "placement/availabilityZone"),
          Map.entry("iam-instance-profile.arn", "iamInstanceProfile/arn"),
          Map.entry("image-id", "imageId"),
          Map.entry("instance-id", "instanceId"),
          Map.entry("instance-lifecycle", "instanceLifecycle"),
          Map.entry("instance-state-name", "instanceState/name"),
          Map.entry("instance-type", "instanceType"),
          Map.entry("instance.group-id", "groupSet//groupId"),
          Map.entry("private-ip-address", "privateIpAddress"),
          Map.entry("spot-instance-request-id", "spotInstanceRequestId"),
          Map.entry("subnet-id", "subnetId"),
          Map.entry("vpc-id", "vpcId"));

  private final Fleet fleet;
  private final LaunchExpansion expansion;

  InstanceCalls(Fleet fleet, LaunchExpansion expansion) {
    this.fleet = fleet;
    this.expansion = expansion;
  }

  Ec2Xml run(Ec2Call call) {
    if (!call.required("MinCount").equals("1") || !call.required("MaxCount").equals("1")) {
      throw new Ec2Failure(
          "InvalidParameterValue",
          "MinCount and MaxCount are %s and %s: the local AWS launches one instance at a time"
              .formatted(call.required("MinCount"), call.required("MaxCount")));
    }
    LaunchData launch = expansion.expand(call);
    synchronized (fleet) {
      Ec2Xml answer = fleet.launch(launch);
      answer.items("instancesSet").forEach(this::correct);
      return answer;
    }
  }

  Ec2Xml describe(Ec2Call call) {
    Filters filters = new Filters(call.filters(), PATHS);
    Page page = Page.of(call);
    synchronized (fleet) {
      Ec2Xml answer = new Reservations(fleet.backend).of(asked(call));
      List<Ec2Xml> matching = new ArrayList<>();
      for (Ec2Xml reservation : answer.items("reservationSet")) {
        reservation.items("instancesSet").forEach(this::correct);
        if (reservation.items("instancesSet").stream().anyMatch(filters::match)) {
          matching.add(reservation);
        } else {
          reservation.remove();
        }
      }
      List<Ec2Xml> told = page.of(matching, this::number);
      matching.stream().filter(each -> !told.contains(each)).forEach(Ec2Xml::remove);
      if (!told.isEmpty() && told.get(told.size() - 1) != matching.get(matching.size() - 1)) {
        answer.put("nextToken", Page.token(number(told.get(told.size() - 1))));
      }
      return answer;
    }
  }

  /** The instances that a call names, or all. */
  private List<String> asked(Ec2Call call) {
    List<String> named = call.list("InstanceId");
    named.forEach(this::existing);
    return named.isEmpty()
        ? fleet.instances().stream().map(FleetInstance::id).toList()
        : named.stream().distinct().toList();
  }

  /** A reservation's number: that of its one instance, see {@link #run}. */
  private long number(Ec2Xml reservation) {
    return existing(reservation.items("instancesSet").get(0).text("instanceId").orElseThrow())
        .number;
  }

  /** What moto does not know of an instance. */
  private void correct(Ec2Xml described) {
    Optional<FleetInstance> known = described.text("instanceId").flatMap(fleet::instance);
    if (known.isEmpty()) {
      return;
    }
    FleetInstance instance = known.get();
    instance.state.write(described, "instanceState");
    instance.request.ifPresent(
        request ->
            described.put("instanceLifecycle", "spot").put("spotInstanceRequestId", request.id));
    Ec2Xml devices = described.fresh("blockDeviceMapping");
    for (Attachments.Attachment attachment : fleet.attachments.on(instance.id())) {
      Ec2Xml device = devices.item().put("deviceName", attachment.device).add("ebs");
      device
          .put("volumeId", attachment.volume)
          .put("status", attachment.state.label())
          .put("deleteOnTermination", "" + attachment.endsWithInstance);
    }
  }

  Ec2Xml turn(Ec2Call call, Consumer<FleetInstance> work) {
    synchronized (fleet) {
      List<FleetInstance> instances = new ArrayList<>();
      for (String id : call.list("InstanceId")) {
        instances.add(existing(id));
      }
      Ec2Xml answer = Ec2Xml.of(call.action() + "Response");
      answer.put("requestId", Ec2Xml.REQUEST);
      Ec2Xml set = answer.add("instancesSet");
      for (FleetInstance instance : instances) {
        Ec2Xml item = set.item().put("instanceId", instance.id());
        instance.state.write(item, "previousState");
        work.accept(instance);
        instance.state.write(item, "currentState");
      }
      return answer;
    }
  }

  /** An attribute that EC2 changes only while the instance is stopped, and never of a Spot one. */
  void refuseChange(Ec2Call call) {
    synchronized (fleet) {
      FleetInstance instance = existing(call.required("InstanceId"));
      boolean machine =
          call.form().keySet().stream()
              .anyMatch(name -> name.startsWith("InstanceType") || name.startsWith("UserData"));
      if (machine && instance.request.isPresent()) {
        throw new Ec2Failure(
            "IncorrectSpotRequestState",
            "You can't modify the Spot Instance '%s' of the Spot Instance request '%s'."
                .formatted(instance.id(), instance.request.get().id));
      }
      if (machine && instance.state != InstanceStates.STOPPED) {
        throw new Ec2Failure(
            "IncorrectInstanceState",
            "The instance '%s' is not in the 'stopped' state.".formatted(instance.id()));
      }
    }
  }

  private FleetInstance existing(String id) {
    return fleet
        .instance(id)
        .orElseThrow(
            () ->
                new Ec2Failure(
                    "InvalidInstanceID.NotFound",
                    "The instance ID '%s' does not exist".formatted(id)));
  }
}
