package com.harena.allinone.emulator.policy;

import com.harena.allinone.emulator.fleet.Ec2Call;
import com.harena.allinone.emulator.fleet.LocalEc2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What calls of EC2 need to be allowed. */
final class Ec2Access {
  private final LocalEc2 ec2;
  private final String prefix;

  Ec2Access(LocalEc2 ec2, String region, String account) {
    this.ec2 = ec2;
    this.prefix = "arn:aws:ec2:%s:%s:".formatted(region, account);
  }

  List<Access> of(Ec2Call call) {
    String action = "ec2:" + call.action();
    if (call.action().startsWith("Describe")) {
      return List.of(Access.anywhere(action));
    }
    List<Access> needed = new ArrayList<>();
    switch (call.action()) {
      case "AttachVolume", "DetachVolume" -> {
        call.text("VolumeId").ifPresent(id -> needed.add(resource(action, "volume", id)));
        call.text("InstanceId").ifPresent(id -> needed.add(instance(action, id)));
      }
      case "StartInstances", "StopInstances", "TerminateInstances" ->
          call.list("InstanceId").forEach(id -> needed.add(instance(action, id)));
      case "CancelSpotInstanceRequests" ->
          call.list("SpotInstanceRequestId")
              .forEach(id -> needed.add(resource(action, "spot-instances-request", id)));
      case "DeleteSecurityGroup" ->
          call.text("GroupId").ifPresent(id -> needed.add(group(action, id)));
      default -> needed.add(new Access(action, Optional.empty(), ContextKeys.none()));
    }
    return needed;
  }

  private Access resource(String action, String kind, String id) {
    return Access.of(action, prefix + kind + "/" + id, ContextKeys.ofTags(ec2.tags(id)));
  }

  private Access instance(String action, String id) {
    return Access.of(
        action,
        prefix + "instance/" + id,
        ContextKeys.ofTags(ec2.tags(id)).with("ec2:InstanceProfile", ec2.profile(id)));
  }

  private Access group(String action, String id) {
    Optional<String> vpc = ec2.networkOf(id).map(network -> prefix + "vpc/" + network);
    return Access.of(
        action,
        prefix + "security-group/" + id,
        ContextKeys.ofTags(ec2.tags(id)).with("ec2:Vpc", vpc));
  }
}
