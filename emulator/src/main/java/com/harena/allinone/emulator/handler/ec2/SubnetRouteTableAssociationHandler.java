package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;

/** {@code AWS::EC2::SubnetRouteTableAssociation}. */
public final class SubnetRouteTableAssociationHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public SubnetRouteTableAssociationHandler(Ec2Client ec2) {
    super("AWS::EC2::SubnetRouteTableAssociation", ec2, "RouteTableId", "SubnetId");
  }

  @Override
  public Physical create(ResourceRequest request) {
    String id =
        call(() ->
                ec2.associateRouteTable(
                    call ->
                        call.routeTableId(required(request.properties(), "RouteTableId"))
                            .subnetId(required(request.properties(), "SubnetId"))))
            .associationId();
    return physical(id);
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String id =
        call(() ->
                ec2.replaceRouteTableAssociation(
                    call ->
                        call.associationId(physical.id())
                            .routeTableId(required(request.properties(), "RouteTableId"))))
            .newAssociationId();
    return physical(id);
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    if (read(request, physical).isPresent()) {
      remove(() -> ec2.disassociateRouteTable(call -> call.associationId(physical.id())));
    }
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    String subnet = required(request.properties(), "SubnetId");
    Filter own = Filter.builder().name("association.subnet-id").values(subnet).build();
    return call(() -> ec2.describeRouteTables(call -> call.filters(own))).routeTables().stream()
        .flatMap(table -> table.associations().stream())
        .filter(found -> physical.id().equals(found.routeTableAssociationId()))
        .map(
            found ->
                object()
                    .put("RouteTableId", found.routeTableId())
                    .put("SubnetId", found.subnetId()))
        .findFirst();
  }

  private static Physical physical(String id) {
    return Physical.of(id, object().put("Id", id));
  }
}
