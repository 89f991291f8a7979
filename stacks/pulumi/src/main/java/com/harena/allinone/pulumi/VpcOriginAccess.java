package com.harena.allinone.pulumi;

import com.harena.allinone.edge.EdgeFunctions;
import com.harena.allinone.edge.OriginIdentity;
import com.harena.allinone.edge.OriginRule;
import com.harena.allinone.edge.OriginTimes;
import com.harena.allinone.machine.OriginPermissions;
import com.pulumi.aws.cloudfront.VpcOrigin;
import com.pulumi.aws.cloudfront.VpcOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginVpcOriginConfigArgs;
import com.pulumi.aws.cloudfront.inputs.VpcOriginTimeoutsArgs;
import com.pulumi.aws.cloudfront.inputs.VpcOriginVpcOriginEndpointConfigArgs;
import com.pulumi.aws.cloudfront.inputs.VpcOriginVpcOriginEndpointConfigOriginSslProtocolsArgs;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;

/**
 * CloudFront's way to an instance that nobody else can reach: a VPC origin, and a rule that admits
 * the security group of CloudFront's interfaces in this VPC. The origin's logical id and name end
 * in a suffix of everything it is made from, so that it is replaced and never changed.
 */
final class VpcOriginAccess {
  /** CloudFront's own default; the provider wants it said, and plain HTTP never uses it. */
  private static final int HTTPS_PORT = 443;

  /** The provider's own 15 minutes are too short for some origins. */
  private static final String LIMIT = "45m";

  private VpcOriginAccess() {}

  /**
   * Makes the origin, finds CloudFront's group, and opens the port for it.
   *
   * @param after what the origin is made after, such as a health gate
   */
  static InstanceOrigin to(Stage stage, Network network, Instance instance, List<Resource> after) {
    OriginIdentity identity = OriginIdentity.of(stage.blueprint(), stage.identity());
    VpcOrigin origin = origin(stage, identity, instance, after);
    Invoked group = group(stage, network, origin);
    SecurityGroupIngressRule rule =
        new SecurityGroupIngressRule(
            id("Ingress"),
            SecurityGroupIngressRuleArgs.builder()
                .description(OriginRule.BY_GROUP)
                .securityGroupId(network.group().id())
                .referencedSecurityGroupId(group.answer("GroupId"))
                .ipProtocol(OriginRule.PROTOCOL)
                .fromPort(identity.port())
                .toPort(identity.port())
                .build(),
            stage.options().build());
    return new InstanceOrigin(
        arguments -> arguments(arguments, origin, instance),
        List.of(origin, group.resource(), rule));
  }

  private static VpcOrigin origin(
      Stage stage, OriginIdentity identity, Instance instance, List<Resource> after) {
    return new VpcOrigin(
        id("VpcOrigin" + identity.suffix()),
        VpcOriginArgs.builder()
            .vpcOriginEndpointConfig(
                VpcOriginVpcOriginEndpointConfigArgs.builder()
                    .name(identity.name())
                    .arn(instance.arn())
                    .httpPort(identity.port())
                    .httpsPort(HTTPS_PORT)
                    .originProtocolPolicy(identity.protocol())
                    .originSslProtocols(
                        VpcOriginVpcOriginEndpointConfigOriginSslProtocolsArgs.builder()
                            .items("TLSv1.2")
                            .quantity(1)
                            .build())
                    .build())
            .tags(identity.tags())
            .timeouts(
                VpcOriginTimeoutsArgs.builder().create(LIMIT).update(LIMIT).delete(LIMIT).build())
            .build(),
        stage.options().dependsOn(after).build());
  }

  /** CloudFront does not tell its group, so a function looks for it, for each origin anew. */
  private static Invoked group(Stage stage, Network network, VpcOrigin origin) {
    return new Function(
            stage,
            EdgeFunctions.originGroup(),
            Output.of(OriginPermissions.findGroups()),
            "Edge",
            "VpcOriginAccess",
            "Group",
            "Finder")
        .invoked("Custom::OriginGroup", "Edge", "VpcOriginAccess", "Group", "Default")
        .id(origin.id())
        .property("OriginId", origin.id())
        .property("VpcId", network.vpc().id())
        .property("GroupName", OriginRule.GROUP_NAME)
        .build();
  }

  private static void arguments(
      DistributionOriginArgs.Builder arguments, VpcOrigin origin, Instance instance) {
    arguments
        .domainName(instance.privateDns())
        .vpcOriginConfig(
            DistributionOriginVpcOriginConfigArgs.builder()
                .vpcOriginId(origin.id())
                .originReadTimeout(Math.toIntExact(OriginTimes.READ_TIMEOUT.toSeconds()))
                .build());
  }

  private static String id(String word) {
    return LogicalId.of("Edge", "VpcOriginAccess", word);
  }
}
