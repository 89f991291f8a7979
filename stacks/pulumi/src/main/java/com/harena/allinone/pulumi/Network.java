package com.harena.allinone.pulumi;

import com.harena.allinone.machine.NetworkLayout;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.InternetGatewayAttachment;
import com.pulumi.aws.ec2.InternetGatewayAttachmentArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupEgressArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;

/**
 * One VPC with one public subnet in one named zone, an internet gateway, a gateway endpoint for S3
 * and the instance's security group, which admits nothing by itself; no NAT gateway.
 */
final class Network {
  private final Stage stage;
  private final Vpc vpc;
  private final Subnet subnet;
  private final SecurityGroup group;
  private final List<Resource> ready;

  Network(Stage stage) {
    this.stage = stage;
    NetworkLayout layout = stage.identity().network();
    vpc =
        new Vpc(
            id("Vpc"),
            VpcArgs.builder()
                .cidrBlock(layout.vpcBlock())
                .instanceTenancy(layout.tenancy())
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .tags(stage.tags())
                .build(),
            options());
    stage.locate(vpc.arn());
    subnet =
        new Subnet(
            id("Subnet"),
            SubnetArgs.builder()
                .vpcId(vpc.id())
                .cidrBlock(layout.subnetBlock())
                .availabilityZone(layout.zone())
                .mapPublicIpOnLaunch(true)
                .tags(stage.tags())
                .build(),
            options());
    ready = connect();
    group =
        new SecurityGroup(
            id("InstanceGroup"),
            SecurityGroupArgs.builder()
                .description(layout.groupDescription())
                .vpcId(vpc.id())
                .egress(
                    SecurityGroupEgressArgs.builder()
                        .description(NetworkLayout.OUTWARDS)
                        .cidrBlocks("0.0.0.0/0")
                        .protocol("-1")
                        .fromPort(0)
                        .toPort(0)
                        .build())
                .tags(stage.tags())
                .build(),
            options());
  }

  /** Routes the subnet to the internet and to S3. */
  private List<Resource> connect() {
    InternetGateway gateway =
        new InternetGateway(
            id("InternetGateway"),
            InternetGatewayArgs.builder().tags(stage.tags()).build(),
            options());
    InternetGatewayAttachment attachment =
        new InternetGatewayAttachment(
            id("InternetGatewayAttachment"),
            InternetGatewayAttachmentArgs.builder()
                .vpcId(vpc.id())
                .internetGatewayId(gateway.id())
                .build(),
            options());
    RouteTable table =
        new RouteTable(
            id("Routes"),
            RouteTableArgs.builder().vpcId(vpc.id()).tags(stage.tags()).build(),
            options());
    Route internet =
        new Route(
            id("InternetRoute"),
            RouteArgs.builder()
                .routeTableId(table.id())
                .destinationCidrBlock("0.0.0.0/0")
                .gatewayId(gateway.id())
                .build(),
            stage.options().dependsOn(attachment).build());
    RouteTableAssociation association =
        new RouteTableAssociation(
            id("SubnetRoutes"),
            RouteTableAssociationArgs.builder()
                .subnetId(subnet.id())
                .routeTableId(table.id())
                .build(),
            options());
    new VpcEndpoint(
        id("S3Endpoint"),
        VpcEndpointArgs.builder()
            .vpcId(vpc.id())
            .vpcEndpointType("Gateway")
            .serviceName("com.amazonaws.%s.s3".formatted(stage.blueprint().region().value()))
            .routeTableIds(table.id().applyValue(List::of))
            .tags(stage.tags())
            .build(),
        options());
    return List.of(internet, association);
  }

  private static String id(String word) {
    return LogicalId.of("Network", word);
  }

  private CustomResourceOptions options() {
    return stage.options().build();
  }

  Vpc vpc() {
    return vpc;
  }

  Subnet subnet() {
    return subnet;
  }

  /** The instance's security group. */
  SecurityGroup group() {
    return group;
  }

  /** What an instance in the subnet must depend on to reach the internet from its first second. */
  List<Resource> ready() {
    return ready;
  }
}
