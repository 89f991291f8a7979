package com.harena.allinone.emulator.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls about Spot requests, all of which the fleet keeps itself. */
final class SpotCalls {
  private static final Map<String, String> PATHS =
      Map.of(
          "instance-id", "instanceId",
          "spot-instance-request-id", "spotInstanceRequestId",
          "state", "state",
          "status-code", "status/code",
          "type", "type");

  private final Fleet fleet;

  SpotCalls(Fleet fleet) {
    this.fleet = fleet;
  }

  Ec2Xml describe(Ec2Call call) {
    Filters filters = new Filters(call.filters(), PATHS);
    synchronized (fleet) {
      List<SpotRequest> asked =
          call.list("SpotInstanceRequestId").isEmpty()
              ? fleet.requests()
              : existing(call.list("SpotInstanceRequestId"));
      Ec2Xml answer = Ec2Xml.of("DescribeSpotInstanceRequestsResponse");
      answer.put("requestId", Ec2Xml.REQUEST);
      Ec2Xml set = answer.add("spotInstanceRequestSet");
      for (SpotRequest request : asked) {
        Ec2Xml item = set.item();
        write(item, request);
        if (!filters.match(item)) {
          item.remove();
        }
      }
      return answer;
    }
  }

  Ec2Xml cancel(Ec2Call call) {
    synchronized (fleet) {
      Ec2Xml answer = Ec2Xml.of("CancelSpotInstanceRequestsResponse");
      answer.put("requestId", Ec2Xml.REQUEST);
      Ec2Xml set = answer.add("spotInstanceRequestSet");
      for (SpotRequest request : existing(call.list("SpotInstanceRequestId"))) {
        fleet.cancel(request);
        set.item().put("spotInstanceRequestId", request.id).put("state", request.label());
      }
      return answer;
    }
  }

  /** Tags of a request, for whoever asks about it. */
  Map<String, String> tags(String id) {
    synchronized (fleet) {
      return fleet.request(id).map(request -> Map.copyOf(request.tags)).orElse(Map.of());
    }
  }

  private List<SpotRequest> existing(List<String> ids) {
    List<SpotRequest> found = new ArrayList<>();
    for (String id : ids) {
      found.add(
          fleet
              .request(id)
              .orElseThrow(
                  () ->
                      new Ec2Failure(
                          "InvalidSpotInstanceRequestID.NotFound",
                          "The spot instance request ID '%s' does not exist".formatted(id))));
    }
    return found;
  }

  private static void write(Ec2Xml item, SpotRequest request) {
    item.put("spotInstanceRequestId", request.id)
        .put("type", request.launch.persistent() ? "persistent" : "one-time")
        .put("state", request.label())
        .put("instanceId", request.instance)
        .put(
            "instanceInterruptionBehavior",
            request.launch.option("InstanceInterruptionBehavior").orElse("terminate"));
    item.add("status").put("code", request.status);
    request.launch.option("ValidUntil").ifPresent(end -> item.put("validUntil", end));
    Ec2Xml launch = item.add("launchSpecification");
    launch.put("imageId", request.launch.call().required("ImageId"));
    request.launch.call().text("InstanceType").ifPresent(t -> launch.put("instanceType", t));
    Ec2Xml tags = item.add("tagSet");
    request.tags.forEach((key, value) -> tags.item().put("key", key).put("value", value));
  }
}
