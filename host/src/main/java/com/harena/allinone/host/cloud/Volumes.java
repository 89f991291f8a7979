package com.harena.allinone.host.cloud;

import java.util.Optional;

/** Volumes of the account. */
public interface Volumes {
  /** The volume; empty when EC2 knows none of this id. */
  Optional<Volume> find(String id);

  /** Asks for the volume to be attached to the instance. */
  void attach(String volume, String instance);

  /** Asks for the volume to be detached from the instance, never by force. */
  void detach(String volume, String instance);
}
