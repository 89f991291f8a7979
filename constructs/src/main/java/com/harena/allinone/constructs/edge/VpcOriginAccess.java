package com.harena.allinone.constructs.edge;

import com.harena.allinone.edge.OriginIdentity;
import com.harena.allinone.edge.OriginRule;
import com.harena.allinone.edge.OriginTimes;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.CfnVpcOrigin;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.VpcOriginAttributes;
import software.amazon.awscdk.services.cloudfront.origins.VpcOrigin;
import software.amazon.awscdk.services.cloudfront.origins.VpcOriginProps;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.constructs.Construct;

/**
 * CloudFront's way to an instance that nobody else can reach: a VPC origin, and a rule that admits
 * the security group of CloudFront's interfaces in this VPC. Never the prefix list of CloudFront's
 * addresses, which admits every CloudFront customer.
 *
 * <p>The origin's logical id and name end in a suffix of everything it is made from, so that it is
 * replaced and never changed. The rule stands by itself: within the group it would close a cycle
 * group, instance, origin, rule.
 */
public final class VpcOriginAccess extends Construct implements InstanceOrigin {
  private final CfnVpcOrigin vpcOrigin;
  private final IOrigin origin;

  /** Makes the origin, finds CloudFront's group, and opens the port for it. */
  public VpcOriginAccess(Construct scope, String id, VpcOriginAccessProps props) {
    super(scope, id);
    OriginIdentity identity = props.identity();
    vpcOrigin = vpcOrigin(props);
    props.after().forEach(earlier -> vpcOrigin.getNode().addDependency(earlier));
    OriginGroup group = new OriginGroup(this, "Group", vpcOrigin, props.vpc());
    CfnSecurityGroupIngress.Builder.create(this, "Ingress")
        .description(OriginRule.BY_GROUP)
        .groupId(props.securityGroup().getSecurityGroupRef().getSecurityGroupId())
        .sourceSecurityGroupId(group.groupId())
        .ipProtocol(OriginRule.PROTOCOL)
        .fromPort(identity.port())
        .toPort(identity.port())
        .build();
    origin = origin(props);
  }

  private CfnVpcOrigin vpcOrigin(VpcOriginAccessProps props) {
    OriginIdentity identity = props.identity();
    return CfnVpcOrigin.Builder.create(this, "VpcOrigin" + identity.suffix())
        .vpcOriginEndpointConfig(
            CfnVpcOrigin.VpcOriginEndpointConfigProperty.builder()
                .name(identity.name())
                .arn(
                    "arn:%s:ec2:%s:%s:instance/%s"
                        .formatted(
                            Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, props.instance().getRef()))
                .httpPort(identity.port())
                .originProtocolPolicy(identity.protocol())
                .build())
        .tags(tags(identity))
        .build();
  }

  private static List<CfnTag> tags(OriginIdentity identity) {
    return identity.tags().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(tag -> CfnTag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private IOrigin origin(VpcOriginAccessProps props) {
    return VpcOrigin.withVpcOrigin(
        software.amazon.awscdk.services.cloudfront.VpcOrigin.fromVpcOriginAttributes(
            this,
            "Imported",
            VpcOriginAttributes.builder()
                .vpcOriginId(vpcOrigin.getAttrId())
                .domainName(props.instance().getAttrPrivateDnsName())
                .build()),
        VpcOriginProps.builder()
            .connectionAttempts(OriginTimes.CONNECTION_ATTEMPTS)
            .connectionTimeout(Duration.seconds(OriginTimes.CONNECTION_TIMEOUT.toSeconds()))
            .readTimeout(Duration.seconds(OriginTimes.READ_TIMEOUT.toSeconds()))
            .build());
  }

  @Override
  public IOrigin origin() {
    return origin;
  }

  /** The VPC origin. */
  public CfnVpcOrigin vpcOrigin() {
    return vpcOrigin;
  }
}
