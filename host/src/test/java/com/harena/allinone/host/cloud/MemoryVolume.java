package com.harena.allinone.host.cloud;

import java.time.Instant;
import java.util.Optional;

/** A volume in memory: at most one holder, whatever is asked. */
public final class MemoryVolume {
  final String id;
  VolumeState state = VolumeState.AVAILABLE;
  String zone = MemoryCloud.ZONE;
  Optional<Attachment> attachment = Optional.empty();
  Optional<String> mountedBy = Optional.empty();

  private Instant due = Instant.MAX;

  MemoryVolume(String id) {
    this.id = id;
  }

  /** Attaches it at once. */
  public MemoryVolume attachedTo(String instance) {
    state = VolumeState.IN_USE;
    attachment = Optional.of(new Attachment(instance, Attachment.State.ATTACHED));
    return this;
  }

  /** Puts it into this zone. */
  public MemoryVolume inZone(String name) {
    zone = name;
    return this;
  }

  /** Puts it into this state at once. */
  public MemoryVolume in(VolumeState now) {
    state = now;
    return this;
  }

  /** Who holds it when last settled, however far. */
  public Optional<String> holder() {
    return attachment.map(Attachment::instance);
  }

  /** Whose operating system has it mounted. */
  public Optional<String> mountedBy() {
    return mountedBy;
  }

  boolean isAttachedTo(String instance) {
    return attachment.equals(Optional.of(new Attachment(instance, Attachment.State.ATTACHED)));
  }

  void attach(String instance, Instant when) {
    state = VolumeState.IN_USE;
    attachment = Optional.of(new Attachment(instance, Attachment.State.ATTACHING));
    due = when;
  }

  void detach(Instant when) {
    attachment =
        attachment.map(held -> new Attachment(held.instance(), Attachment.State.DETACHING));
    due = when;
  }

  void free() {
    state = VolumeState.AVAILABLE;
    attachment = Optional.empty();
    due = Instant.MAX;
  }

  void settle(Instant now) {
    if (now.isBefore(due)) {
      return;
    }
    due = Instant.MAX;
    if (attachment.isPresent() && attachment.get().state() == Attachment.State.DETACHING) {
      free();
    } else {
      attachment =
          attachment.map(held -> new Attachment(held.instance(), Attachment.State.ATTACHED));
    }
  }

  Volume view() {
    return new Volume(id, state, zone, attachment);
  }
}
