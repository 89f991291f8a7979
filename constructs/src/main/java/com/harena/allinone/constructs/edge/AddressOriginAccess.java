package com.harena.allinone.constructs.edge;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnTag;
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
        .description("CloudFront to the backend; a secret header tells whose distribution")
        .groupId(props.securityGroup().getSecurityGroupRef().getSecurityGroupId())
        .sourcePrefixListId(new CloudFrontAddresses(this, "CloudFront").prefixListId())
        .ipProtocol("tcp")
        .fromPort(props.port())
        .toPort(props.port())
        .build();
    origin = origin(props);
  }

  private IOrigin origin(AddressOriginAccessProps props) {
    return new HttpOrigin(
        domainName(props.region()),
        HttpOriginProps.builder()
            .protocolPolicy(OriginProtocolPolicy.HTTP_ONLY)
            .httpPort(props.port())
            .customHeaders(Map.of(props.secretHeader(), props.secret().value()))
            .connectionAttempts(OriginTimes.CONNECTION_ATTEMPTS)
            .connectionTimeout(OriginTimes.CONNECTION_TIMEOUT)
            .readTimeout(OriginTimes.READ_TIMEOUT)
            .build());
  }

  /**
   * The DNS name that EC2 gives a public address: {@code ec2-192-0-2-1.eu-west-1.compute…}, and
   * {@code …compute-1…} in us-east-1 (Amazon VPC user guide, "DNS attributes for your VPC").
   */
  private String domainName(String region) {
    String host = "ec2-" + Fn.join("-", Fn.split(".", address.getAttrPublicIp()));
    return region.equals("us-east-1")
        ? host + ".compute-1.amazonaws.com"
        : host + "." + region + ".compute.amazonaws.com";
  }

  @Override
  public IOrigin origin() {
    return origin;
  }
}
