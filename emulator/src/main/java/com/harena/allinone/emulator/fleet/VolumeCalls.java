package com.harena.allinone.emulator.fleet;

import java.util.Map;
import java.util.Optional;

/** Calls about volumes: each is on one instance at a time. */
final class VolumeCalls {
  private static final Map<String, String> PATHS =
      Map.of(
          "attachment.instance-id", "attachmentSet//instanceId",
          "attachment.status", "attachmentSet//status",
          "availability-zone", "availabilityZone",
          "encrypted", "encrypted",
          "size", "size",
          "status", "status",
          "volume-id", "volumeId",
          "volume-type", "volumeType");

  private final Fleet fleet;

  VolumeCalls(Fleet fleet) {
    this.fleet = fleet;
  }

  Ec2Xml describe(Ec2Call call) {
    Filters filters = new Filters(call.filters(), PATHS);
    synchronized (fleet) {
      Ec2Xml answer = fleet.backend.call(call.unfiltered());
      for (Ec2Xml volume : answer.items("volumeSet")) {
        Optional<Attachments.Attachment> attachment =
            fleet.attachments.of(volume.text("volumeId").orElseThrow());
        volume.put("status", attachment.isPresent() ? "in-use" : "available");
        Ec2Xml set = volume.fresh("attachmentSet");
        attachment.ifPresent(found -> write(set.item(), found));
        if (!filters.match(volume)) {
          volume.remove();
        }
      }
      return answer;
    }
  }

  Ec2Xml attach(Ec2Call call) {
    String volume = call.required("VolumeId");
    String device = call.required("Device");
    synchronized (fleet) {
      FleetInstance instance = instance(call.required("InstanceId"));
      String zone = zone(volume);
      if (fleet.attachments.of(volume).isPresent()) {
        throw new Ec2Failure(
            "VolumeInUse", "%s is already attached to an instance".formatted(volume));
      }
      if (instance.state != InstanceStates.RUNNING && instance.state != InstanceStates.STOPPED) {
        throw new Ec2Failure(
            "IncorrectState", "Instance '%s' is not 'running'.".formatted(instance.id()));
      }
      if (!instance.zone.equals(zone)) {
        throw new Ec2Failure(
            "InvalidVolume.ZoneMismatch",
            "The volume '%s' is not in the same availability zone as instance '%s'"
                .formatted(volume, instance.id()));
      }
      if (fleet.attachments.on(instance.id()).stream().anyMatch(a -> a.device.equals(device))) {
        throw new Ec2Failure(
            "InvalidParameterValue",
            "Invalid value '%s' for unixDevice. Attachment point %s is already in use"
                .formatted(device, device));
      }
      fleet.backend.call(call);
      Attachments.Attachment attachment =
          new Attachments.Attachment(
              volume, instance.id(), device, false, Attachments.State.ATTACHING);
      fleet.attachments.add(attachment);
      fleet.clock.after(Pace.ATTACHMENT, () -> attached(attachment));
      return answer("AttachVolumeResponse", attachment);
    }
  }

  private void attached(Attachments.Attachment attachment) {
    synchronized (fleet) {
      if (attachment.state == Attachments.State.ATTACHING) {
        attachment.state = Attachments.State.ATTACHED;
      }
    }
  }

  /** Takes the volume away; a running system keeps it busy, since nothing here unmounts for it. */
  Ec2Xml detach(Ec2Call call) {
    String volume = call.required("VolumeId");
    synchronized (fleet) {
      zone(volume);
      Attachments.Attachment attachment =
          fleet
              .attachments
              .of(volume)
              .filter(a -> call.text("InstanceId").map(a.instance::equals).orElse(true))
              .orElseThrow(
                  () ->
                      new Ec2Failure(
                          "IncorrectState",
                          "Volume '%s' is in the 'available' state.".formatted(volume)));
      FleetInstance instance = instance(attachment.instance);
      if (instance.off()) {
        attachment.state = Attachments.State.DETACHING;
        fleet.clock.after(Pace.ATTACHMENT, () -> detached(attachment));
      } else {
        attachment.state = Attachments.State.BUSY;
      }
      return answer("DetachVolumeResponse", attachment);
    }
  }

  private void detached(Attachments.Attachment attachment) {
    synchronized (fleet) {
      fleet.attachments.remove(attachment);
      new Disks(fleet.backend).detach(attachment);
    }
  }

  void refuseDeletion(Ec2Call call) {
    String volume = call.required("VolumeId");
    synchronized (fleet) {
      fleet
          .attachments
          .of(volume)
          .ifPresent(
              attachment -> {
                throw new Ec2Failure(
                    "VolumeInUse",
                    "Volume %s is currently attached to %s".formatted(volume, attachment.instance));
              });
    }
  }

  private String zone(String volume) {
    return fleet
        .backend
        .call(Ec2Call.of("DescribeVolumes", "VolumeId.1", volume))
        .items("volumeSet")
        .get(0)
        .text("availabilityZone")
        .orElseThrow();
  }

  private FleetInstance instance(String id) {
    return fleet
        .instance(id)
        .orElseThrow(
            () ->
                new Ec2Failure(
                    "InvalidInstanceID.NotFound",
                    "The instance ID '%s' does not exist".formatted(id)));
  }

  private static Ec2Xml answer(String name, Attachments.Attachment attachment) {
    Ec2Xml answer = Ec2Xml.of(name);
    answer.put("requestId", Ec2Xml.REQUEST);
    write(answer, attachment);
    return answer;
  }

  private static void write(Ec2Xml parent, Attachments.Attachment attachment) {
    parent
        .put("volumeId", attachment.volume)
        .put("instanceId", attachment.instance)
        .put("device", attachment.device)
        .put("status", attachment.state.label())
        .put("deleteOnTermination", "" + attachment.endsWithInstance);
  }
}
