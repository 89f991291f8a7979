package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * {@code AWS::EC2::EIPAssociation} of an address and an instance. An update moves the address, so a
 * deletion of the old association, which EC2 no longer has, finds nothing to do.
 */
public final class ElasticIpAssociationHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public ElasticIpAssociationHandler(Ec2Client ec2) {
    super("AWS::EC2::EIPAssociation", ec2, "AllocationId", "InstanceId");
  }

  @Override
  public Physical create(ResourceRequest request) {
    String id =
        call(() ->
                ec2.associateAddress(
                    call ->
                        call.allocationId(required(request.properties(), "AllocationId"))
                            .instanceId(required(request.properties(), "InstanceId"))
                            .allowReassociation(true)))
            .associationId();
    return Physical.of(id, object().put("Id", id));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    return create(request);
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    existing(request, physical)
        .ifPresent(
            found ->
                remove(() -> ec2.disassociateAddress(call -> call.associationId(physical.id()))));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(request, physical)
        .map(
            address ->
                object()
                    .put("AllocationId", address.allocationId())
                    .put("InstanceId", address.instanceId()));
  }

  private Optional<Address> existing(ResourceRequest request, Physical physical) {
    String allocation = required(request.properties(), "AllocationId");
    Filter own = Filter.builder().name("allocation-id").values(allocation).build();
    return find(() -> ec2.describeAddresses(call -> call.filters(own)).addresses()).stream()
        .flatMap(List::stream)
        .filter(address -> physical.id().equals(address.associationId()))
        .findFirst();
  }
}
