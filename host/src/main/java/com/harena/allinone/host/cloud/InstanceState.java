package com.harena.allinone.host.cloud;

/** States of an instance, as EC2 names them. */
public enum InstanceState {
  /** Starting. */
  PENDING,
  /** Running. */
  RUNNING,
  /** On its way to stopped. */
  STOPPING,
  /** Off, and may be started again. */
  STOPPED,
  /** On its way to terminated. */
  SHUTTING_DOWN,
  /** Gone for good. */
  TERMINATED;

  /** Whether its operating system may be using its volumes, and nobody has asked it to stop. */
  public boolean on() {
    return this == PENDING || this == RUNNING;
  }

  /** Whether its operating system has ended. */
  public boolean off() {
    return this == STOPPED || this == TERMINATED;
  }
}
