package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** {@code AWS::EC2::InternetGateway}. */
public final class InternetGatewayHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public InternetGatewayHandler(Ec2Client ec2) {
    super("AWS::EC2::InternetGateway", ec2, "Tags");
  }

  @Override
  public Physical create(ResourceRequest request) {
    return physical(
        call(() ->
                ec2.createInternetGateway(
                    call ->
                        call.tagSpecifications(
                            Ec2Tags.specification(request, ResourceType.INTERNET_GATEWAY))))
            .internetGateway()
            .internetGatewayId());
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    Ec2Tags.update(ec2, physical.id(), request, existing(physical.id()).orElseThrow().tags());
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(() -> ec2.deleteInternetGateway(call -> call.internetGatewayId(physical.id())));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical.id())
        .map(
            gateway -> {
              ObjectNode properties = object();
              Ec2Tags.write(properties, gateway.tags());
              return properties;
            });
  }

  private Optional<InternetGateway> existing(String id) {
    return find(
            () ->
                ec2.describeInternetGateways(call -> call.internetGatewayIds(id))
                    .internetGateways())
        .stream()
        .flatMap(List::stream)
        .findFirst();
  }

  private static Physical physical(String id) {
    return Physical.of(id, object().put("InternetGatewayId", id));
  }
}
