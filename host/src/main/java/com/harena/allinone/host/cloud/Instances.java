package com.harena.allinone.host.cloud;

import java.util.Optional;

/** Instances of the account. */
public interface Instances {
  /** The instance; empty when EC2 knows none of this id. */
  Optional<Instance> find(String id);

  /** Asks the instance to stop. */
  void stop(String id);
}
