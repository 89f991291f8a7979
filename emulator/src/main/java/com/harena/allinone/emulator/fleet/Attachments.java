package com.harena.allinone.emulator.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which volume is on which instance; guarded by its fleet. */
final class Attachments {
  /** States of an attachment, as EC2 names them. */
  enum State {
    ATTACHING,
    ATTACHED,
    DETACHING,
    BUSY;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** One volume on one instance. */
  static final class Attachment {
    final String volume;
    final String instance;
    final String device;
    final boolean endsWithInstance;
    State state;

    Attachment(
        String volume, String instance, String device, boolean endsWithInstance, State state) {
      this.volume = volume;
      this.instance = instance;
      this.device = device;
      this.endsWithInstance = endsWithInstance;
      this.state = state;
    }
  }

  private final Map<String, Attachment> byVolume = new LinkedHashMap<>();

  Optional<Attachment> of(String volume) {
    return Optional.ofNullable(byVolume.get(volume));
  }

  List<Attachment> on(String instance) {
    return byVolume.values().stream().filter(a -> a.instance.equals(instance)).toList();
  }

  void add(Attachment attachment) {
    byVolume.put(attachment.volume, attachment);
  }

  void remove(Attachment attachment) {
    byVolume.remove(attachment.volume, attachment);
  }
}
