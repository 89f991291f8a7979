package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** {@code AWS::EC2::Subnet}. */
public final class SubnetHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public SubnetHandler(Ec2Client ec2) {
    super(
        "AWS::EC2::Subnet",
        ec2,
        "AvailabilityZone",
        "CidrBlock",
        "MapPublicIpOnLaunch",
        "Tags",
        "VpcId");
  }

  @Override
  public Physical create(ResourceRequest request) {
    ObjectNode properties = request.properties();
    Subnet subnet =
        call(() ->
                ec2.createSubnet(
                    call ->
                        call.vpcId(required(properties, "VpcId"))
                            .cidrBlock(required(properties, "CidrBlock"))
                            .availabilityZone(text(properties, "AvailabilityZone").orElse(null))
                            .tagSpecifications(
                                Ec2Tags.specification(request, ResourceType.SUBNET))))
            .subnet();
    return finish(
        subnet.subnetId(),
        () -> {
          settings(subnet.subnetId(), properties);
          return physical(subnet);
        });
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    settings(physical.id(), request.properties());
    Subnet subnet = existing(physical.id()).orElseThrow();
    Ec2Tags.update(ec2, physical.id(), request, subnet.tags());
    return physical(subnet);
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(() -> ec2.deleteSubnet(call -> call.subnetId(physical.id())));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical.id())
        .map(
            subnet -> {
              ObjectNode properties =
                  object()
                      .put("AvailabilityZone", subnet.availabilityZone())
                      .put("CidrBlock", subnet.cidrBlock())
                      .put("MapPublicIpOnLaunch", subnet.mapPublicIpOnLaunch())
                      .put("VpcId", subnet.vpcId());
              Ec2Tags.write(properties, subnet.tags());
              return properties;
            });
  }

  private void settings(String id, ObjectNode properties) {
    boolean addresses = properties.path("MapPublicIpOnLaunch").asBoolean(false);
    call(
        () ->
            ec2.modifySubnetAttribute(
                call -> call.subnetId(id).mapPublicIpOnLaunch(value -> value.value(addresses))));
  }

  private Optional<Subnet> existing(String id) {
    return find(() -> ec2.describeSubnets(call -> call.subnetIds(id)).subnets()).stream()
        .flatMap(List::stream)
        .findFirst();
  }

  private static Physical physical(Subnet subnet) {
    return Physical.of(
        subnet.subnetId(),
        object()
            .put("SubnetId", subnet.subnetId())
            .put("AvailabilityZone", subnet.availabilityZone())
            .put("CidrBlock", subnet.cidrBlock())
            .put("VpcId", subnet.vpcId()));
  }
}
