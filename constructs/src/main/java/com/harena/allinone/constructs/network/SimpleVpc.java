package com.harena.allinone.constructs.network;

import com.harena.allinone.machine.NetworkLayout;
import com.harena.allinone.machine.Tags;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.services.ec2.CfnInternetGateway;
import software.amazon.awscdk.services.ec2.CfnRoute;
import software.amazon.awscdk.services.ec2.CfnRouteTable;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.CfnSubnet;
import software.amazon.awscdk.services.ec2.CfnSubnetRouteTableAssociation;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.CfnVPCEndpoint;
import software.amazon.awscdk.services.ec2.CfnVPCGatewayAttachment;
import software.constructs.Construct;

/**
 * One VPC with one public subnet in one named zone, an internet gateway, a gateway endpoint for S3
 * (which costs nothing), and the instance's security group. No NAT gateway: it would cost more than
 * the instance. Nothing uses the VPC's default security group.
 *
 * <p>The security group admits nothing; what may come in is a rule of its own, made where the
 * caller is known. Written with L1 constructs: every property that cannot change in place comes
 * from the {@link NetworkLayout}, which is part of the instance's identity.
 */
public final class SimpleVpc extends Construct {
  private final String name;
  private final CfnVPC vpc;
  private final CfnSubnet subnet;
  private final CfnSecurityGroup group;
  private final List<CfnResource> ready;

  /**
   * Makes the network.
   *
   * @param name what consoles show, and the deployment's tag
   * @param layout zone and addresses
   */
  public SimpleVpc(Construct scope, String id, String name, NetworkLayout layout) {
    super(scope, id);
    this.name = name;
    vpc =
        CfnVPC.Builder.create(this, "Vpc")
            .cidrBlock(layout.vpcBlock())
            .instanceTenancy(layout.tenancy())
            .enableDnsSupport(true)
            .enableDnsHostnames(true)
            .tags(tags())
            .build();
    subnet =
        CfnSubnet.Builder.create(this, "Subnet")
            .vpcId(vpc.getRef())
            .cidrBlock(layout.subnetBlock())
            .availabilityZone(layout.zone())
            .mapPublicIpOnLaunch(true)
            .tags(tags())
            .build();
    ready = connect();
    group =
        CfnSecurityGroup.Builder.create(this, "InstanceGroup")
            .groupDescription(layout.groupDescription())
            .vpcId(vpc.getRef())
            .securityGroupEgress(
                List.of(
                    CfnSecurityGroup.EgressProperty.builder()
                        .description(NetworkLayout.OUTWARDS)
                        .cidrIp("0.0.0.0/0")
                        .ipProtocol("-1")
                        .build()))
            .tags(tags())
            .build();
  }

  /** Routes the subnet to the internet and to S3. */
  private List<CfnResource> connect() {
    CfnInternetGateway gateway =
        CfnInternetGateway.Builder.create(this, "InternetGateway").tags(tags()).build();
    CfnVPCGatewayAttachment attachment =
        CfnVPCGatewayAttachment.Builder.create(this, "InternetGatewayAttachment")
            .vpcId(vpc.getRef())
            .internetGatewayId(gateway.getRef())
            .build();
    CfnRouteTable table =
        CfnRouteTable.Builder.create(this, "Routes").vpcId(vpc.getRef()).tags(tags()).build();
    CfnRoute internet =
        CfnRoute.Builder.create(this, "InternetRoute")
            .routeTableId(table.getRef())
            .destinationCidrBlock("0.0.0.0/0")
            .gatewayId(gateway.getRef())
            .build();
    internet.addResourceDependency(attachment);
    CfnSubnetRouteTableAssociation association =
        CfnSubnetRouteTableAssociation.Builder.create(this, "SubnetRoutes")
            .subnetId(subnet.getRef())
            .routeTableId(table.getRef())
            .build();
    CfnVPCEndpoint.Builder.create(this, "S3Endpoint")
        .vpcId(vpc.getRef())
        .vpcEndpointType("Gateway")
        .serviceName("com.amazonaws." + Aws.REGION + ".s3")
        .routeTableIds(List.of(table.getRef()))
        .tags(tags())
        .build();
    return List.of(internet, association);
  }

  private List<CfnTag> tags() {
    return List.of(tag(Tags.NAME), tag(Tags.DEPLOYMENT));
  }

  private CfnTag tag(String key) {
    return CfnTag.builder().key(key).value(name).build();
  }

  /** The VPC. */
  public CfnVPC vpc() {
    return vpc;
  }

  /** The public subnet. */
  public CfnSubnet subnet() {
    return subnet;
  }

  /** The instance's security group, which admits nothing by itself. */
  public CfnSecurityGroup instanceGroup() {
    return group;
  }

  /** What an instance in the subnet must depend on to reach the internet from its first second. */
  public List<CfnResource> ready() {
    return ready;
  }
}
