package com.harena.allinone.emulator.fleet;

/** Volumes as moto keeps them when instances come and go. */
final class Disks {
  private final Ec2Backend backend;

  Disks(Ec2Backend backend) {
    this.backend = backend;
  }

  /** A volume after its instance has ended: deleted or free. */
  void leave(Attachments.Attachment attachment) {
    detach(attachment);
    if (attachment.endsWithInstance) {
      quietly(Ec2Call.of("DeleteVolume", "VolumeId", attachment.volume));
    }
  }

  void detach(Attachments.Attachment attachment) {
    quietly(
        Ec2Call.of(
            "DetachVolume",
            "VolumeId",
            attachment.volume,
            "InstanceId",
            attachment.instance,
            "Device",
            attachment.device));
  }

  /** What moto has done already need not be done again. */
  private void quietly(Ec2Call call) {
    try {
      backend.call(call);
    } catch (Ec2Failure e) {
      if (e.status() >= 500) {
        throw e;
      }
    }
  }
}
