package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** {@code AWS::EC2::VPCEndpoint} of type {@code Gateway}. */
public final class VpcEndpointHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public VpcEndpointHandler(Ec2Client ec2) {
    super(
        "AWS::EC2::VPCEndpoint",
        ec2,
        "RouteTableIds",
        "ServiceName",
        "Tags",
        "VpcEndpointType",
        "VpcId");
  }

  @Override
  public Physical create(ResourceRequest request) {
    ObjectNode properties = request.properties();
    VpcEndpoint endpoint =
        call(() ->
                ec2.createVpcEndpoint(
                    call ->
                        call.vpcId(required(properties, "VpcId"))
                            .serviceName(required(properties, "ServiceName"))
                            .vpcEndpointType(text(properties, "VpcEndpointType").orElse("Gateway"))
                            .routeTableIds(texts(properties, "RouteTableIds"))
                            .tagSpecifications(
                                Ec2Tags.specification(request, ResourceType.VPC_ENDPOINT))))
            .vpcEndpoint();
    return Physical.of(endpoint.vpcEndpointId(), object().put("Id", endpoint.vpcEndpointId()));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    List<String> wanted = texts(request.properties(), "RouteTableIds");
    VpcEndpoint now = existing(physical.id()).orElseThrow();
    List<String> more = wanted.stream().filter(id -> !now.routeTableIds().contains(id)).toList();
    List<String> less = now.routeTableIds().stream().filter(id -> !wanted.contains(id)).toList();
    if (!more.isEmpty() || !less.isEmpty()) {
      call(
          () ->
              ec2.modifyVpcEndpoint(
                  call ->
                      call.vpcEndpointId(physical.id())
                          .addRouteTableIds(more)
                          .removeRouteTableIds(less)));
    }
    Ec2Tags.update(ec2, physical.id(), request, now.tags());
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    if (existing(physical.id()).isPresent()) {
      remove(() -> ec2.deleteVpcEndpoints(call -> call.vpcEndpointIds(physical.id())));
    }
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical.id())
        .map(
            endpoint -> {
              ObjectNode properties =
                  object()
                      .put("ServiceName", endpoint.serviceName())
                      .put("VpcEndpointType", endpoint.vpcEndpointTypeAsString())
                      .put("VpcId", endpoint.vpcId());
              endpoint.routeTableIds().forEach(properties.putArray("RouteTableIds")::add);
              Ec2Tags.write(properties, endpoint.tags());
              return properties;
            });
  }

  private Optional<VpcEndpoint> existing(String id) {
    return find(() -> ec2.describeVpcEndpoints(call -> call.vpcEndpointIds(id)).vpcEndpoints())
        .stream()
        .flatMap(List::stream)
        .filter(endpoint -> !"deleted".equalsIgnoreCase(endpoint.stateAsString()))
        .findFirst();
  }
}
