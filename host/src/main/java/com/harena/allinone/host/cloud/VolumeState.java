package com.harena.allinone.host.cloud;

/** States of a volume, as EC2 names them. */
public enum VolumeState {
  /** Being made. */
  CREATING,
  /** Attached to nothing. */
  AVAILABLE,
  /** Attached, or on its way there or back. */
  IN_USE,
  /** Being deleted, deleted, or in an error of EC2's own. */
  LOST
}
