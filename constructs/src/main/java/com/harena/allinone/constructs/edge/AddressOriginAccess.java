package com.harena.allinone.constructs.edge;

import com.harena.allinone.edge.OriginRule;
import com.harena.allinone.edge.OriginTimes;
import com.harena.allinone.edge.PublicName;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.HttpOriginProps;
import software.amazon.awscdk.services.ec2.CfnEIP;
import software.amazon.awscdk.services.ec2.CfnEIPAssociation;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.constructs.Construct;

/**
 * CloudFront's way to an instance by a public address: an Elastic IP, which moves to a new instance
 * only when that has proven itself; a rule that admits CloudFront's addresses; and a secret header,
 * because these addresses are every CloudFront customer's. The fallback where a VPC origin cannot
 * be had: the address costs 0.005 dollars an hour, also while the instance is stopped.
 */
public final class AddressOriginAccess extends Construct implements InstanceOrigin {
  private final CfnEIP address;
  private final IOrigin origin;

  /** Makes the address, ties it to the instance, and opens the port for CloudFront. */
  public AddressOriginAccess(Construct scope, String id, AddressOriginAccessProps props) {
    super(scope, id);
    address =
        CfnEIP.Builder.create(this, "Address")
            .domain("vpc")
            .tags(List.of(CfnTag.builder().key("Name").value(props.description()).build()))
            .build();
    CfnEIPAssociation association =
        CfnEIPAssociation.Builder.create(this, "Association")
            .allocationId(address.getAttrAllocationId())
            .instanceId(props.instance().getRef())
            .build();
    props.after().forEach(earlier -> association.getNode().addDependency(earlier));
    CfnSecurityGroupIngress.Builder.create(this, "Ingress")
        .description(OriginRule.BY_ADDRESS)
        .groupId(props.securityGroup().getSecurityGroupRef().getSecurityGroupId())
        .sourcePrefixListId(new CloudFrontAddresses(this, "CloudFront").prefixListId())
        .ipProtocol(OriginRule.PROTOCOL)
        .fromPort(props.port())
        .toPort(props.port())
        .build();
    origin = origin(props);
  }

  private IOrigin origin(AddressOriginAccessProps props) {
    return new HttpOrigin(
        domainName(props),
        HttpOriginProps.builder()
            .protocolPolicy(OriginProtocolPolicy.HTTP_ONLY)
            .httpPort(props.port())
            .customHeaders(Map.of(props.secretHeader(), props.secret().value()))
            .connectionAttempts(OriginTimes.CONNECTION_ATTEMPTS)
            .connectionTimeout(Duration.seconds(OriginTimes.CONNECTION_TIMEOUT.toSeconds()))
            .readTimeout(Duration.seconds(OriginTimes.READ_TIMEOUT.toSeconds()))
            .build());
  }

  private String domainName(AddressOriginAccessProps props) {
    return PublicName.of(Fn.join("-", Fn.split(".", address.getAttrPublicIp())), props.region());
  }

  @Override
  public IOrigin origin() {
    return origin;
  }
}
