package com.harena.allinone.emulator.fleet;

import java.util.List;

/** Refuses to delete a part of a network on which something depends. */
final class NetworkCalls {
  private final Fleet fleet;

  NetworkCalls(Fleet fleet) {
    this.fleet = fleet;
  }

  void refuseVpc(Ec2Call call) {
    String id = call.required("VpcId");
    boolean used =
        some("DescribeSubnets", "vpc-id", id, "subnetSet")
            || some("DescribeInternetGateways", "attachment.vpc-id", id, "internetGatewaySet")
            || some("DescribeNetworkInterfaces", "vpc-id", id, "networkInterfaceSet")
            || found("DescribeSecurityGroups", "vpc-id", id, "securityGroupInfo").stream()
                .anyMatch(group -> !group.text("groupName").orElse("").equals("default"))
            || found("DescribeRouteTables", "vpc-id", id, "routeTableSet").stream()
                .anyMatch(NetworkCalls::additional);
    if (used) {
      throw dependencies("vpc", id);
    }
  }

  void refuseSubnet(Ec2Call call) {
    String id = call.required("SubnetId");
    if (some("DescribeNetworkInterfaces", "subnet-id", id, "networkInterfaceSet")) {
      throw dependencies("subnet", id);
    }
  }

  void refuseGroup(Ec2Call call) {
    call.text("GroupId")
        .filter(
            id ->
                some("DescribeNetworkInterfaces", "group-id", id, "networkInterfaceSet")
                    || some(
                        "DescribeSecurityGroups",
                        "ip-permission.group-id",
                        id,
                        "securityGroupInfo"))
        .ifPresent(
            id -> {
              throw new Ec2Failure(
                  "DependencyViolation", "resource %s has a dependent object".formatted(id));
            });
  }

  void refuseGateway(Ec2Call call) {
    String vpc = call.required("VpcId");
    boolean addresses =
        found("DescribeNetworkInterfaces", "vpc-id", vpc, "networkInterfaceSet").stream()
            .anyMatch(card -> card.text("association/publicIp").isPresent());
    if (addresses) {
      throw new Ec2Failure(
          "DependencyViolation",
          "Network %s has some mapped public address(es). Please unmap those public address(es) before detaching the gateway."
              .formatted(vpc));
    }
  }

  void refuseRouteTable(Ec2Call call) {
    String id = call.required("RouteTableId");
    boolean used =
        fleet
            .backend
            .call(Ec2Call.of("DescribeRouteTables", "RouteTableId.1", id))
            .items("routeTableSet")
            .stream()
            .anyMatch(table -> !table.items("associationSet").isEmpty());
    if (used) {
      throw dependencies("routeTable", id);
    }
  }

  private static boolean additional(Ec2Xml table) {
    return table.items("associationSet").stream()
        .noneMatch(link -> link.text("main").filter("true"::equals).isPresent());
  }

  private boolean some(String action, String filter, String value, String set) {
    return !found(action, filter, value, set).isEmpty();
  }

  private List<Ec2Xml> found(String action, String filter, String value, String set) {
    return fleet
        .backend
        .call(Ec2Call.of(action, "Filter.1.Name", filter, "Filter.1.Value.1", value))
        .items(set);
  }

  private static Ec2Failure dependencies(String kind, String id) {
    return new Ec2Failure(
        "DependencyViolation",
        "The %s '%s' has dependencies and cannot be deleted.".formatted(kind, id));
  }
}
