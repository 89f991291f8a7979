package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Rules of a security group: one of the template's is one permission with one source. */
final class Rules {
  private Rules() {}

  /** The template's rule as EC2 takes it. */
  static IpPermission permission(JsonNode rule) {
    IpPermission.Builder permission =
        IpPermission.builder().ipProtocol(Ec2Handler.required(rule, "IpProtocol"));
    Ec2Handler.text(rule, "FromPort").map(Integer::valueOf).ifPresent(permission::fromPort);
    Ec2Handler.text(rule, "ToPort").map(Integer::valueOf).ifPresent(permission::toPort);
    String words = Ec2Handler.text(rule, "Description").orElse(null);
    Ec2Handler.text(rule, "CidrIp")
        .map(cidr -> IpRange.builder().cidrIp(cidr).description(words).build())
        .ifPresent(permission::ipRanges);
    Ec2Handler.text(rule, "CidrIpv6")
        .map(cidr -> Ipv6Range.builder().cidrIpv6(cidr).description(words).build())
        .ifPresent(permission::ipv6Ranges);
    Ec2Handler.text(rule, "SourceSecurityGroupId")
        .map(id -> UserIdGroupPair.builder().groupId(id).description(words).build())
        .ifPresent(permission::userIdGroupPairs);
    Ec2Handler.text(rule, "SourcePrefixListId")
        .map(id -> PrefixListId.builder().prefixListId(id).description(words).build())
        .ifPresent(permission::prefixListIds);
    return permission.build();
  }

  /** The template's rules of one direction. */
  static List<IpPermission> permissions(JsonNode rules) {
    List<IpPermission> permissions = new ArrayList<>();
    rules.forEach(rule -> permissions.add(permission(rule)));
    return permissions;
  }

  /** What EC2 has, in the template's terms, one rule for each source. */
  static void write(ArrayNode rules, List<IpPermission> permissions) {
    for (IpPermission permission : permissions) {
      permission
          .ipRanges()
          .forEach(from -> rule(rules, permission, "CidrIp", from.cidrIp(), from.description()));
      permission
          .ipv6Ranges()
          .forEach(
              from -> rule(rules, permission, "CidrIpv6", from.cidrIpv6(), from.description()));
      permission
          .userIdGroupPairs()
          .forEach(
              from ->
                  rule(
                      rules,
                      permission,
                      "SourceSecurityGroupId",
                      from.groupId(),
                      from.description()));
      permission
          .prefixListIds()
          .forEach(
              from ->
                  rule(
                      rules,
                      permission,
                      "SourcePrefixListId",
                      from.prefixListId(),
                      from.description()));
    }
  }

  private static void rule(
      ArrayNode rules, IpPermission permission, String kind, String source, String words) {
    ObjectNode rule = rules.addObject().put("IpProtocol", permission.ipProtocol());
    rule.put(kind, source);
    if (words != null && !words.isEmpty()) {
      rule.put("Description", words);
    }
    if (permission.fromPort() != null && !permission.ipProtocol().equals("-1")) {
      rule.put("FromPort", permission.fromPort());
      rule.put("ToPort", permission.toPort());
    }
  }
}
