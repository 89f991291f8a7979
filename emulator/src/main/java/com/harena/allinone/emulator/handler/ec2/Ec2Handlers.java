package com.harena.allinone.emulator.handler.ec2;

import com.harena.allinone.emulator.resource.ResourceHandler;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Every handler of EC2's types. */
public final class Ec2Handlers {
  private Ec2Handlers() {}

  /** The handlers, each speaking to this EC2. */
  public static List<ResourceHandler> all(Ec2Client ec2) {
    return List.of(
        new ElasticIpHandler(ec2),
        new ElasticIpAssociationHandler(ec2),
        new InstanceHandler(ec2),
        new InternetGatewayHandler(ec2),
        new LaunchTemplateHandler(ec2),
        new RouteHandler(ec2),
        new RouteTableHandler(ec2),
        new SecurityGroupHandler(ec2),
        new SecurityGroupIngressHandler(ec2),
        new SubnetHandler(ec2),
        new SubnetRouteTableAssociationHandler(ec2),
        new VolumeHandler(ec2),
        new VpcEndpointHandler(ec2),
        new VpcGatewayAttachmentHandler(ec2),
        new VpcHandler(ec2));
  }
}
