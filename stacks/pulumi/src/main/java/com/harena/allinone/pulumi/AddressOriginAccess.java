package com.harena.allinone.pulumi;

import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.edge.EdgeFunctions;
import com.harena.allinone.edge.OriginIdentity;
import com.harena.allinone.edge.OriginRule;
import com.harena.allinone.edge.OriginTimes;
import com.harena.allinone.edge.PublicName;
import com.harena.allinone.machine.OriginPermissions;
import com.harena.allinone.machine.Tags;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomHeaderArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomOriginConfigArgs;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.EipAssociation;
import com.pulumi.aws.ec2.EipAssociationArgs;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * CloudFront's way to an instance by a public address: an Elastic IP, which moves to a new instance
 * only when that has proven itself; a rule that admits CloudFront's addresses; and a secret header,
 * because these addresses are every CloudFront customer's.
 */
final class AddressOriginAccess {
  /** CloudFront's own default; the provider wants it said, and plain HTTP never uses it. */
  private static final int HTTPS_PORT = 443;

  private AddressOriginAccess() {}

  /**
   * Makes the address, ties it to the instance, and opens the port for CloudFront.
   *
   * @param after what the address moves to the instance after, such as a health gate
   */
  static InstanceOrigin to(
      Stage stage, Network network, Instance instance, OriginSecret secret, List<Resource> after) {
    int port = stage.blueprint().services().backend().port();
    Eip address =
        new Eip(
            id("Address"),
            EipArgs.builder()
                .domain("vpc")
                .tags(Map.of(Tags.NAME, stage.blueprint().deployment()))
                .build(),
            stage.options().build());
    EipAssociation association =
        new EipAssociation(
            id("Association"),
            EipAssociationArgs.builder()
                .allocationId(address.allocationId())
                .instanceId(instance.id())
                .build(),
            stage.options().dependsOn(after).build());
    Invoked list = prefixList(stage);
    SecurityGroupIngressRule rule =
        new SecurityGroupIngressRule(
            id("Ingress"),
            SecurityGroupIngressRuleArgs.builder()
                .description(OriginRule.BY_ADDRESS)
                .securityGroupId(network.group().id())
                .prefixListId(list.answer("PrefixListId"))
                .ipProtocol(OriginRule.PROTOCOL)
                .fromPort(port)
                .toPort(port)
                .build(),
            stage.options().build());
    String region = stage.blueprint().region().value();
    return new InstanceOrigin(
        arguments -> arguments(arguments, name(address, region), port, secret),
        List.of(address, association, list.resource(), rule));
  }

  /** The id of the list differs from region to region, so a function looks it up by name. */
  private static Invoked prefixList(Stage stage) {
    return new Function(
            stage,
            EdgeFunctions.prefixList(),
            Output.of(OriginPermissions.findPrefixLists()),
            "Edge",
            "AddressOriginAccess",
            "CloudFront",
            "Finder")
        .invoked("Custom::PrefixList", "Edge", "AddressOriginAccess", "CloudFront", "Default")
        .id(OriginRule.PREFIX_LIST_NAME)
        .property("PrefixListName", OriginRule.PREFIX_LIST_NAME)
        .build();
  }

  private static Output<String> name(Eip address, String region) {
    return address.publicIp().applyValue(ip -> PublicName.of(ip.replace('.', '-'), region));
  }

  private static void arguments(
      DistributionOriginArgs.Builder arguments,
      Output<String> name,
      int port,
      OriginSecret secret) {
    arguments
        .domainName(name)
        .customHeaders(
            DistributionOriginCustomHeaderArgs.builder()
                .name(ServiceSecrets.ORIGIN_HEADER)
                .value(secret.value())
                .build())
        .customOriginConfig(
            DistributionOriginCustomOriginConfigArgs.builder()
                .originProtocolPolicy(OriginIdentity.HTTP_ONLY)
                .httpPort(port)
                .httpsPort(HTTPS_PORT)
                .originSslProtocols("TLSv1.2")
                .originReadTimeout(Math.toIntExact(OriginTimes.READ_TIMEOUT.toSeconds()))
                .build());
  }

  private static String id(String word) {
    return LogicalId.of("Edge", "AddressOriginAccess", word);
  }
}
