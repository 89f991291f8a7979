package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Route;

/** {@code AWS::EC2::Route} to an internet gateway. */
public final class RouteHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public RouteHandler(Ec2Client ec2) {
    super("AWS::EC2::Route", ec2, "DestinationCidrBlock", "GatewayId", "RouteTableId");
  }

  @Override
  public Physical create(ResourceRequest request) {
    String table = required(request.properties(), "RouteTableId");
    String destination = required(request.properties(), "DestinationCidrBlock");
    call(
        () ->
            ec2.createRoute(
                call ->
                    call.routeTableId(table)
                        .destinationCidrBlock(destination)
                        .gatewayId(required(request.properties(), "GatewayId"))));
    return Physical.of(table + "|" + destination, object().put("CidrBlock", destination));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    call(
        () ->
            ec2.replaceRoute(
                call ->
                    call.routeTableId(required(request.properties(), "RouteTableId"))
                        .destinationCidrBlock(
                            required(request.properties(), "DestinationCidrBlock"))
                        .gatewayId(required(request.properties(), "GatewayId"))));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    if (read(request, physical).isPresent()) {
      remove(
          () ->
              ec2.deleteRoute(
                  call ->
                      call.routeTableId(required(request.properties(), "RouteTableId"))
                          .destinationCidrBlock(
                              required(request.properties(), "DestinationCidrBlock"))));
    }
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    String table = required(request.properties(), "RouteTableId");
    String destination = required(request.properties(), "DestinationCidrBlock");
    return find(() -> ec2.describeRouteTables(call -> call.routeTableIds(table)).routeTables())
        .stream()
        .flatMap(List::stream)
        .flatMap(found -> found.routes().stream())
        .filter(route -> destination.equals(route.destinationCidrBlock()))
        .map(Route::gatewayId)
        .map(
            gateway ->
                object()
                    .put("RouteTableId", table)
                    .put("DestinationCidrBlock", destination)
                    .put("GatewayId", gateway))
        .findFirst();
  }
}
