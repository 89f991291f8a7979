package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeState;

/** {@code AWS::EC2::Volume}: grows in place, never shrinks. */
public final class VolumeHandler extends Ec2Handler {
  private static final String GP2 = "gp2";

  /** Speaks to this EC2. */
  public VolumeHandler(Ec2Client ec2) {
    super(
        "AWS::EC2::Volume",
        ec2,
        "AvailabilityZone",
        "Encrypted",
        "Iops",
        "Size",
        "SnapshotId",
        "Tags",
        "Throughput",
        "VolumeType");
  }

  @Override
  public Physical create(ResourceRequest request) {
    ObjectNode properties = request.properties();
    String id =
        call(() ->
                ec2.createVolume(
                    call ->
                        call.availabilityZone(required(properties, "AvailabilityZone"))
                            .size(number(properties, "Size"))
                            .volumeType(text(properties, "VolumeType").orElse(GP2))
                            .iops(number(properties, "Iops"))
                            .throughput(number(properties, "Throughput"))
                            .snapshotId(text(properties, "SnapshotId").orElse(null))
                            .encrypted(properties.path("Encrypted").asBoolean(false))
                            .tagSpecifications(
                                Ec2Tags.specification(request, ResourceType.VOLUME))))
            .volumeId();
    return physical(id);
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    ObjectNode properties = request.properties();
    Volume now = existing(physical.id()).orElseThrow();
    Integer size = number(properties, "Size");
    if (size == null && !properties.has("SnapshotId")) {
      throw new ResourceFailure(
          "Resource handler returned message: \"The request must contain the parameter Size or"
              + " SnapshotId (Service: Ec2, Status Code: 400)\" (HandlerErrorCode: InvalidRequest)");
    }
    if (size != null && size < now.size()) {
      throw new ResourceFailure(
          "Resource handler returned message: \"New size cannot be smaller than existing size (Service: Ec2, Status Code: 400)\" (HandlerErrorCode: InvalidRequest)");
    }
    boolean changed =
        !same(properties, previous, "Size")
            || !same(properties, previous, "VolumeType")
            || !same(properties, previous, "Iops")
            || !same(properties, previous, "Throughput");
    if (changed) {
      call(
          () ->
              ec2.modifyVolume(
                  call ->
                      call.volumeId(physical.id())
                          .size(size)
                          .volumeType(text(properties, "VolumeType").orElse(GP2))
                          .iops(number(properties, "Iops"))
                          .throughput(number(properties, "Throughput"))));
    }
    Ec2Tags.update(ec2, physical.id(), request, now.tags());
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(() -> ec2.deleteVolume(call -> call.volumeId(physical.id())));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical.id())
        .map(
            volume -> {
              ObjectNode properties =
                  object()
                      .put("AvailabilityZone", volume.availabilityZone())
                      .put("Encrypted", volume.encrypted())
                      .put("Size", volume.size())
                      .put("VolumeType", volume.volumeTypeAsString());
              Ec2Tags.write(properties, volume.tags());
              return properties;
            });
  }

  private Optional<Volume> existing(String id) {
    return find(() -> ec2.describeVolumes(call -> call.volumeIds(id)).volumes()).stream()
        .flatMap(List::stream)
        .filter(volume -> volume.state() != VolumeState.DELETED)
        .findFirst();
  }

  private static boolean same(ObjectNode one, ObjectNode other, String name) {
    return text(one, name).equals(text(other, name));
  }

  private static Integer number(ObjectNode properties, String name) {
    return text(properties, name).map(Integer::valueOf).orElse(null);
  }

  private static Physical physical(String id) {
    return Physical.of(id, object().put("VolumeId", id));
  }
}
