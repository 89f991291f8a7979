package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.Attachment;
import com.harena.allinone.host.cloud.Volume;
import com.harena.allinone.host.cloud.VolumeState;
import com.harena.allinone.host.cloud.Volumes;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;
import software.amazon.awssdk.services.ec2.model.VolumeAttachmentState;

/** Volumes through EC2. */
public final class AwsVolumes implements Volumes {
  /** EC2 wants a name; the machine never uses it, since NVMe names differ from it. */
  private static final String DEVICE_NAME = "/dev/sdf";

  private final Ec2Client ec2;

  /** Uses the client. */
  public AwsVolumes(Ec2Client ec2) {
    this.ec2 = ec2;
  }

  @Override
  public Optional<Volume> find(String id) {
    return Call.find(
            "describe volume " + id,
            Set.of("InvalidVolume.NotFound"),
            () -> ec2.describeVolumes(request -> request.volumeIds(id)))
        .flatMap(response -> response.volumes().stream().findFirst())
        .map(AwsVolumes::volume);
  }

  @Override
  public void attach(String volume, String instance) {
    Call.make(
        "attach volume %s to %s".formatted(volume, instance),
        () ->
            ec2.attachVolume(
                request -> request.volumeId(volume).instanceId(instance).device(DEVICE_NAME)));
  }

  @Override
  public void detach(String volume, String instance) {
    Call.make(
        "detach volume %s from %s".formatted(volume, instance),
        () ->
            ec2.detachVolume(
                request -> request.volumeId(volume).instanceId(instance).force(false)));
  }

  private static Volume volume(software.amazon.awssdk.services.ec2.model.Volume from) {
    VolumeState state =
        switch (from.state()) {
          case CREATING -> VolumeState.CREATING;
          case AVAILABLE -> VolumeState.AVAILABLE;
          case IN_USE -> VolumeState.IN_USE;
          default -> VolumeState.LOST;
        };
    return new Volume(
        from.volumeId(),
        state,
        from.availabilityZone(),
        from.attachments().stream()
            .filter(attachment -> attachment.state() != VolumeAttachmentState.DETACHED)
            .findFirst()
            .map(AwsVolumes::attachment));
  }

  private static Attachment attachment(VolumeAttachment from) {
    Attachment.State state =
        switch (from.state()) {
          case ATTACHING -> Attachment.State.ATTACHING;
          case ATTACHED -> Attachment.State.ATTACHED;
          case DETACHING -> Attachment.State.DETACHING;
          default -> Attachment.State.BUSY;
        };
    return new Attachment(from.instanceId(), state);
  }
}
