package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** {@code AWS::EC2::RouteTable}. */
public final class RouteTableHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public RouteTableHandler(Ec2Client ec2) {
    super("AWS::EC2::RouteTable", ec2, "Tags", "VpcId");
  }

  @Override
  public Physical create(ResourceRequest request) {
    String id =
        call(() ->
                ec2.createRouteTable(
                    call ->
                        call.vpcId(required(request.properties(), "VpcId"))
                            .tagSpecifications(
                                Ec2Tags.specification(request, ResourceType.ROUTE_TABLE))))
            .routeTable()
            .routeTableId();
    return Physical.of(id, object().put("RouteTableId", id));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    Ec2Tags.update(ec2, physical.id(), request, existing(physical.id()).orElseThrow().tags());
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(() -> ec2.deleteRouteTable(call -> call.routeTableId(physical.id())));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical.id())
        .map(
            table -> {
              ObjectNode properties = object().put("VpcId", table.vpcId());
              Ec2Tags.write(properties, table.tags());
              return properties;
            });
  }

  private Optional<RouteTable> existing(String id) {
    return find(() -> ec2.describeRouteTables(call -> call.routeTableIds(id)).routeTables())
        .stream()
        .flatMap(List::stream)
        .findFirst();
  }
}
