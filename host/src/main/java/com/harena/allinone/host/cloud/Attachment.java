package com.harena.allinone.host.cloud;

/**
 * Which instance has a volume.
 *
 * @param instance id of the instance
 * @param state how far it is
 */
public record Attachment(String instance, State state) {
  /** States of an attachment, as EC2 names them. */
  public enum State {
    /** On its way to the instance. */
    ATTACHING,
    /** A device of the instance. */
    ATTACHED,
    /** On its way from the instance. */
    DETACHING,
    /** Asked to leave, and kept by the instance's operating system. */
    BUSY
  }
}
