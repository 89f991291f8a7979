package com.harena.allinone.host.cloud;

import java.util.Optional;

/**
 * EC2 as one instance of the memory cloud sees it. Before each call the gate may let time pass,
 * answer an error or cut the caller's power.
 */
public final class MemoryEc2 {
  private final MemoryCloud cloud;
  private final String caller;
  private final Runnable gate;

  /** The cloud as the caller sees it. */
  public MemoryEc2(MemoryCloud cloud, String caller, Runnable gate) {
    this.cloud = cloud;
    this.caller = caller;
    this.gate = gate;
  }

  /** Instances. */
  public Instances instances() {
    return new Instances() {
      @Override
      public Optional<Instance> find(String id) {
        enter();
        return Optional.ofNullable(cloud.instances.get(id)).map(MemoryInstance::view);
      }

      @Override
      public void stop(String id) {
        enter();
        cloud.note(caller, "stop", id);
        InstanceState state = cloud.instances.get(id).state;
        if (state == InstanceState.SHUTTING_DOWN || state == InstanceState.TERMINATED) {
          throw failure("stop instance " + id, "IncorrectInstanceState");
        }
        cloud.powerOff(id);
      }
    };
  }

  /** Volumes. */
  public Volumes volumes() {
    return new Volumes() {
      @Override
      public Optional<Volume> find(String id) {
        enter();
        return Optional.ofNullable(cloud.volumes.get(id)).map(MemoryVolume::view);
      }

      @Override
      public void attach(String volume, String instance) {
        enter();
        cloud.note(caller, "attach", volume);
        MemoryVolume wanted = cloud.volumes.get(volume);
        if (wanted.state != VolumeState.AVAILABLE) {
          throw failure("attach volume " + volume, "VolumeInUse");
        }
        if (!cloud.instances.get(instance).zone.equals(wanted.zone)) {
          throw new CloudFailure(
              "attach volume " + volume, "InvalidVolume.ZoneMismatch", "", false);
        }
        wanted.attach(instance, cloud.due());
      }

      @Override
      public void detach(String volume, String instance) {
        enter();
        cloud.note(caller, "detach", volume);
        MemoryVolume held = cloud.volumes.get(volume);
        if (!held.isAttachedTo(instance)) {
          throw failure("detach volume " + volume, "IncorrectState");
        }
        if (held.mountedBy.isPresent()) {
          cloud.violate("%s detaches %s, which %s has mounted".formatted(caller, volume, instance));
        }
        held.detach(cloud.due());
      }
    };
  }

  private void enter() {
    gate.run();
    cloud.settle();
  }

  private static CloudFailure failure(String action, String code) {
    return new CloudFailure(action, code, "as EC2 says it", true);
  }
}
