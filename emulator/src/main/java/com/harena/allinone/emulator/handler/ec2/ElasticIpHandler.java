package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** {@code AWS::EC2::EIP}; {@code Ref} gives the address. */
public final class ElasticIpHandler extends Ec2Handler {
  /** Speaks to this EC2. */
  public ElasticIpHandler(Ec2Client ec2) {
    super("AWS::EC2::EIP", ec2, "Domain", "Tags");
  }

  @Override
  public Physical create(ResourceRequest request) {
    AllocateAddressResponse address =
        call(
            () ->
                ec2.allocateAddress(
                    call ->
                        call.domain(text(request.properties(), "Domain").orElse("vpc"))
                            .tagSpecifications(
                                Ec2Tags.specification(request, ResourceType.ELASTIC_IP))));
    return physical(address.publicIp(), address.allocationId());
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    Address address = existing(physical).orElseThrow();
    Ec2Tags.update(ec2, address.allocationId(), request, address.tags());
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    existing(physical)
        .ifPresent(
            address ->
                remove(
                    () -> ec2.releaseAddress(call -> call.allocationId(address.allocationId()))));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical)
        .map(
            address -> {
              ObjectNode properties =
                  object()
                      .put(
                          "Domain",
                          Optional.ofNullable(address.domain()).orElse(DomainType.VPC).toString());
              Ec2Tags.write(properties, address.tags());
              return properties;
            });
  }

  private Optional<Address> existing(Physical physical) {
    String allocation = physical.attributes().path("AllocationId").asText();
    Filter own = Filter.builder().name("allocation-id").values(allocation).build();
    return find(() -> ec2.describeAddresses(call -> call.filters(own)).addresses()).stream()
        .flatMap(List::stream)
        .findFirst();
  }

  private static Physical physical(String address, String allocation) {
    return Physical.of(address, object().put("AllocationId", allocation).put("PublicIp", address));
  }
}
