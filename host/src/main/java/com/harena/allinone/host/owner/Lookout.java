package com.harena.allinone.host.owner;

import com.harena.allinone.host.cloud.Attachment;
import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.host.cloud.Instances;
import com.harena.allinone.host.cloud.Volume;
import com.harena.allinone.host.cloud.VolumeState;
import com.harena.allinone.host.cloud.Volumes;
import java.util.Locale;
import java.util.Optional;

/** Looks at volume and holder, touches nothing, and says what comes next. */
final class Lookout {
  private final Instances instances;
  private final Volumes volumes;
  private final String self;
  private final String volumeId;
  private final String deployment;

  Lookout(Instances instances, Volumes volumes, String self, String volumeId, String deployment) {
    this.instances = instances;
    this.volumes = volumes;
    this.self = self;
    this.volumeId = volumeId;
    this.deployment = deployment;
  }

  Move next() {
    Optional<Volume> found = volumes.find(volumeId);
    if (found.isEmpty()) {
      return Move.waiting("there is no volume %s in this region".formatted(volumeId));
    }
    Volume volume = found.get();
    if (volume.attachment().isPresent()) {
      Attachment attachment = volume.attachment().get();
      return attachment.instance().equals(self) ? own(attachment) : held(attachment);
    }
    if (volume.state() == VolumeState.AVAILABLE) {
      return free(volume);
    }
    if (volume.state() == VolumeState.LOST) {
      throw new TakeoverFailed(
          "volume %s is deleted or in error: restore it from a snapshot, or name another one as disk.volume"
              .formatted(volumeId));
    }
    return Move.waiting("volume %s is not available yet".formatted(volumeId));
  }

  private Move own(Attachment attachment) {
    return attachment.state() == Attachment.State.ATTACHED
        ? Move.held("volume %s is attached to this instance".formatted(volumeId))
        : Move.waiting("volume %s is %s here".formatted(volumeId, words(attachment.state())));
  }

  private Move free(Volume volume) {
    Optional<Instance> here = instances.find(self);
    if (here.isEmpty()) {
      return Move.waiting("EC2 does not describe this instance, %s, yet".formatted(self));
    }
    String zone = here.get().zone();
    if (!zone.equals(volume.zone())) {
      throw new TakeoverFailed(
          "volume %s is in zone %s, instance %s in %s: a volume never leaves its zone, so set the blueprint's zone to %s, or copy the volume through a snapshot"
              .formatted(volumeId, volume.zone(), self, zone, volume.zone()));
    }
    return Move.act(
        "attaching volume %s".formatted(volumeId), () -> volumes.attach(volumeId, self));
  }

  private Move held(Attachment attachment) {
    String id = attachment.instance();
    if (attachment.state() == Attachment.State.DETACHING) {
      return Move.waiting("volume %s is leaving %s".formatted(volumeId, id));
    }
    Optional<Instance> found = instances.find(id);
    if (found.isEmpty()) {
      return Move.waiting(
          "volume %s is attached to %s, which EC2 does not describe".formatted(volumeId, id));
    }
    Instance holder = found.get();
    if (!holder.deployment().equals(Optional.of(deployment))) {
      throw new TakeoverFailed(
          "volume %s is attached to %s, whose tag allinone:deployment is %s, not %s: nothing was touched; detach the volume by hand if it is yours"
              .formatted(volumeId, id, holder.deployment().orElse("absent"), deployment));
    }
    if (attachment.state() != Attachment.State.ATTACHED && holder.state().off()) {
      return Move.waiting(
          "volume %s is %s at %s".formatted(volumeId, words(attachment.state()), id));
    }
    if (holder.state().on()) {
      return Move.act(
          "stopping %s, which holds volume %s".formatted(id, volumeId), () -> instances.stop(id));
    }
    if (holder.state().off()) {
      return Move.act(
          "detaching volume %s from %s, which is off".formatted(volumeId, id),
          () -> volumes.detach(volumeId, id));
    }
    return Move.waiting("%s, which holds volume %s, is going off".formatted(id, volumeId));
  }

  private static String words(Attachment.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
