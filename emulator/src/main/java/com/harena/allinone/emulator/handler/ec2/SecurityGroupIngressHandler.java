package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/** {@code AWS::EC2::SecurityGroupIngress}: one rule, from a range, a group or a prefix list. */
public final class SecurityGroupIngressHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public SecurityGroupIngressHandler(Ec2Client ec2) {
    super(
        "AWS::EC2::SecurityGroupIngress",
        ec2,
        "CidrIp",
        "Description",
        "FromPort",
        "GroupId",
        "IpProtocol",
        "SourcePrefixListId",
        "SourceSecurityGroupId",
        "ToPort");
  }

  @Override
  public Physical create(ResourceRequest request) {
    String id =
        call(
                () ->
                    ec2.authorizeSecurityGroupIngress(
                        call ->
                            call.groupId(required(request.properties(), "GroupId"))
                                .ipPermissions(Rules.permission(request.properties()))))
            .securityGroupRules()
            .stream()
            .map(SecurityGroupRule::securityGroupRuleId)
            .findFirst()
            .orElseThrow(() -> new ResourceFailure("EC2 named no rule that it made"));
    return Physical.of(id, object().put("Id", id));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String group = required(request.properties(), "GroupId");
    revoke(required(previous, "GroupId"), physical.id());
    String id =
        call(() ->
                ec2.authorizeSecurityGroupIngress(
                    call ->
                        call.groupId(group).ipPermissions(Rules.permission(request.properties()))))
            .securityGroupRules()
            .get(0)
            .securityGroupRuleId();
    return Physical.of(id, object().put("Id", id));
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    if (existing(physical.id()).isPresent()) {
      revoke(required(request.properties(), "GroupId"), physical.id());
    }
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical.id())
        .map(
            rule -> {
              ObjectNode properties =
                  object().put("GroupId", rule.groupId()).put("IpProtocol", rule.ipProtocol());
              put(properties, "Description", rule.description());
              put(properties, "CidrIp", rule.cidrIpv4());
              put(properties, "SourcePrefixListId", rule.prefixListId());
              if (rule.referencedGroupInfo() != null) {
                put(properties, "SourceSecurityGroupId", rule.referencedGroupInfo().groupId());
              }
              return properties.put("FromPort", rule.fromPort()).put("ToPort", rule.toPort());
            });
  }

  private void revoke(String group, String rule) {
    remove(
        () ->
            ec2.revokeSecurityGroupIngress(call -> call.groupId(group).securityGroupRuleIds(rule)));
  }

  private Optional<SecurityGroupRule> existing(String id) {
    return find(
            () ->
                ec2.describeSecurityGroupRules(call -> call.securityGroupRuleIds(id))
                    .securityGroupRules())
        .stream()
        .flatMap(List::stream)
        .findFirst();
  }

  private static void put(ObjectNode properties, String name, String value) {
    if (value != null && !value.isEmpty()) {
      properties.put(name, value);
    }
  }
}
