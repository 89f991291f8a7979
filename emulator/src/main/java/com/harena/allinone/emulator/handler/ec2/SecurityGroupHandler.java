package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** {@code AWS::EC2::SecurityGroup} with the rules that stand in it. */
public final class SecurityGroupHandler extends Ec2Handler {
  private static final String IN = "SecurityGroupIngress";
  private static final String OUT = "SecurityGroupEgress";

  private static final IpPermission EVERYTHING =
      IpPermission.builder()
          .ipProtocol("-1")
          .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
          .build();

  /** Speaks to this EC2. */
  public SecurityGroupHandler(Ec2Client ec2) {
    super(
        "AWS::EC2::SecurityGroup",
        ec2,
        "GroupDescription",
        "GroupName",
        "SecurityGroupEgress.CidrIp",
        "SecurityGroupEgress.Description",
        "SecurityGroupEgress.FromPort",
        "SecurityGroupEgress.IpProtocol",
        "SecurityGroupEgress.ToPort",
        "SecurityGroupIngress.CidrIp",
        "SecurityGroupIngress.Description",
        "SecurityGroupIngress.FromPort",
        "SecurityGroupIngress.IpProtocol",
        "SecurityGroupIngress.SourcePrefixListId",
        "SecurityGroupIngress.SourceSecurityGroupId",
        "SecurityGroupIngress.ToPort",
        "Tags",
        "VpcId");
  }

  @Override
  public Physical create(ResourceRequest request) {
    ObjectNode properties = request.properties();
    String id =
        call(() ->
                ec2.createSecurityGroup(
                    call ->
                        call.vpcId(text(properties, "VpcId").orElse(null))
                            .groupName(
                                text(properties, "GroupName")
                                    .orElseGet(() -> GeneratedName.of(request, 255)))
                            .description(required(properties, "GroupDescription"))
                            .tagSpecifications(
                                Ec2Tags.specification(request, ResourceType.SECURITY_GROUP))))
            .groupId();
    return finish(id, () -> withRules(id, properties));
  }

  private Physical withRules(String id, ObjectNode properties) {
    if (properties.has(OUT)) {
      revoke(id, OUT, existing(id).orElseThrow().ipPermissionsEgress());
      authorize(id, OUT, Rules.permissions(properties.get(OUT)));
    }
    authorize(id, IN, Rules.permissions(properties.path(IN)));
    return physical(existing(id).orElseThrow());
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String id = physical.id();
    for (String direction : List.of(IN, OUT)) {
      if (!previous.path(direction).equals(request.properties().path(direction))) {
        revoke(id, direction, rules(previous, direction));
        authorize(id, direction, rules(request.properties(), direction));
      }
    }
    SecurityGroup group = existing(id).orElseThrow();
    Ec2Tags.update(ec2, id, request, group.tags());
    return physical(group);
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(() -> ec2.deleteSecurityGroup(call -> call.groupId(physical.id())));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical.id())
        .map(
            group -> {
              ObjectNode properties =
                  object()
                      .put("GroupDescription", group.description())
                      .put("GroupName", group.groupName())
                      .put("VpcId", group.vpcId());
              Rules.write(properties.putArray(IN), group.ipPermissions());
              Rules.write(properties.putArray(OUT), group.ipPermissionsEgress());
              Ec2Tags.write(properties, group.tags());
              return properties;
            });
  }

  /** A group that names no rules for what leaves it lets everything out. */
  private static List<IpPermission> rules(ObjectNode properties, String direction) {
    return direction.equals(OUT) && !properties.has(OUT)
        ? List.of(EVERYTHING)
        : Rules.permissions(properties.path(direction));
  }

  private void revoke(String id, String direction, List<IpPermission> rules) {
    if (rules.isEmpty()) {
      return;
    }
    if (direction.equals(IN)) {
      call(() -> ec2.revokeSecurityGroupIngress(call -> call.groupId(id).ipPermissions(rules)));
    } else {
      call(() -> ec2.revokeSecurityGroupEgress(call -> call.groupId(id).ipPermissions(rules)));
    }
  }

  private void authorize(String id, String direction, List<IpPermission> rules) {
    if (rules.isEmpty()) {
      return;
    }
    if (direction.equals(IN)) {
      call(() -> ec2.authorizeSecurityGroupIngress(call -> call.groupId(id).ipPermissions(rules)));
    } else {
      call(() -> ec2.authorizeSecurityGroupEgress(call -> call.groupId(id).ipPermissions(rules)));
    }
  }

  private Optional<SecurityGroup> existing(String id) {
    return find(() -> ec2.describeSecurityGroups(call -> call.groupIds(id)).securityGroups())
        .stream()
        .flatMap(List::stream)
        .findFirst();
  }

  private static Physical physical(SecurityGroup group) {
    return Physical.of(
        group.groupId(),
        object()
            .put("GroupId", group.groupId())
            .put("Id", group.groupId())
            .put("VpcId", group.vpcId()));
  }
}
