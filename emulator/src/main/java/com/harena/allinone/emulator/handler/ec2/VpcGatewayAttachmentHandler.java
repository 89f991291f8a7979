package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** {@code AWS::EC2::VPCGatewayAttachment} of an internet gateway. */
public final class VpcGatewayAttachmentHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public VpcGatewayAttachmentHandler(Ec2Client ec2) {
    super("AWS::EC2::VPCGatewayAttachment", ec2, "InternetGatewayId", "VpcId");
  }

  @Override
  public Physical create(ResourceRequest request) {
    String vpc = required(request.properties(), "VpcId");
    String gateway = required(request.properties(), "InternetGatewayId");
    call(() -> ec2.attachInternetGateway(call -> call.internetGatewayId(gateway).vpcId(vpc)));
    return Physical.of("IGW|" + vpc, object().put("AttachmentType", "IGW"));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    detach(previous);
    return create(request);
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    detach(request.properties());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    String gateway = required(request.properties(), "InternetGatewayId");
    return find(
            () ->
                ec2.describeInternetGateways(call -> call.internetGatewayIds(gateway))
                    .internetGateways())
        .stream()
        .flatMap(List::stream)
        .flatMap(found -> found.attachments().stream())
        .map(found -> object().put("InternetGatewayId", gateway).put("VpcId", found.vpcId()))
        .findFirst();
  }

  private void detach(ObjectNode properties) {
    String vpc = required(properties, "VpcId");
    String gateway = required(properties, "InternetGatewayId");
    boolean attached =
        find(
                () ->
                    ec2.describeInternetGateways(call -> call.internetGatewayIds(gateway))
                        .internetGateways())
            .stream()
            .flatMap(List::stream)
            .anyMatch(found -> !found.attachments().isEmpty());
    if (attached) {
      remove(() -> ec2.detachInternetGateway(call -> call.internetGatewayId(gateway).vpcId(vpc)));
    }
  }
}
