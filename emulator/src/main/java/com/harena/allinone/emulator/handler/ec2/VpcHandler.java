package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** {@code AWS::EC2::VPC}. */
public final class VpcHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public VpcHandler(Ec2Client ec2) {
    super(
        "AWS::EC2::VPC",
        ec2,
        "CidrBlock",
        "EnableDnsHostnames",
        "EnableDnsSupport",
        "InstanceTenancy",
        "Tags");
  }

  @Override
  public Physical create(ResourceRequest request) {
    ObjectNode properties = request.properties();
    Vpc vpc =
        call(() ->
                ec2.createVpc(
                    call ->
                        call.cidrBlock(required(properties, "CidrBlock"))
                            .instanceTenancy(text(properties, "InstanceTenancy").orElse(null))
                            .tagSpecifications(Ec2Tags.specification(request, ResourceType.VPC))))
            .vpc();
    return finish(
        vpc.vpcId(),
        () -> {
          settings(vpc.vpcId(), properties);
          return physical(vpc);
        });
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    settings(physical.id(), request.properties());
    Vpc vpc = existing(physical.id()).orElseThrow();
    Ec2Tags.update(ec2, physical.id(), request, vpc.tags());
    return physical(vpc);
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(() -> ec2.deleteVpc(call -> call.vpcId(physical.id())));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical.id()).map(this::properties);
  }

  private void settings(String id, ObjectNode properties) {
    boolean support = properties.path("EnableDnsSupport").asBoolean(true);
    boolean names = properties.path("EnableDnsHostnames").asBoolean(false);
    call(
        () ->
            ec2.modifyVpcAttribute(
                call -> call.vpcId(id).enableDnsSupport(value -> value.value(support))));
    call(
        () ->
            ec2.modifyVpcAttribute(
                call -> call.vpcId(id).enableDnsHostnames(value -> value.value(names))));
  }

  private Optional<Vpc> existing(String id) {
    return find(() -> ec2.describeVpcs(call -> call.vpcIds(id)).vpcs()).stream()
        .flatMap(List::stream)
        .findFirst();
  }

  private ObjectNode properties(Vpc vpc) {
    ObjectNode properties =
        object()
            .put("CidrBlock", vpc.cidrBlock())
            .put("InstanceTenancy", vpc.instanceTenancyAsString())
            .put("EnableDnsHostnames", attribute(vpc, VpcAttributeName.ENABLE_DNS_HOSTNAMES))
            .put("EnableDnsSupport", attribute(vpc, VpcAttributeName.ENABLE_DNS_SUPPORT));
    Ec2Tags.write(properties, vpc.tags());
    return properties;
  }

  private boolean attribute(Vpc vpc, VpcAttributeName name) {
    var answer =
        call(() -> ec2.describeVpcAttribute(call -> call.vpcId(vpc.vpcId()).attribute(name)));
    return name == VpcAttributeName.ENABLE_DNS_HOSTNAMES
        ? answer.enableDnsHostnames().value()
        : answer.enableDnsSupport().value();
  }

  private Physical physical(Vpc vpc) {
    Filter own = Filter.builder().name("vpc-id").values(vpc.vpcId()).build();
    Filter original = Filter.builder().name("group-name").values("default").build();
    ObjectNode attributes = object().put("VpcId", vpc.vpcId()).put("CidrBlock", vpc.cidrBlock());
    call(() -> ec2.describeSecurityGroups(call -> call.filters(own, original)))
        .securityGroups()
        .forEach(group -> attributes.put("DefaultSecurityGroup", group.groupId()));
    call(() -> ec2.describeNetworkAcls(call -> call.filters(own)))
        .networkAcls()
        .forEach(list -> attributes.put("DefaultNetworkAcl", list.networkAclId()));
    return Physical.of(vpc.vpcId(), attributes);
  }
}
