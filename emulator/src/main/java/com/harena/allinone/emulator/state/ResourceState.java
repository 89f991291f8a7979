package com.harena.allinone.emulator.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A resource of a stack.
 *
 * @param made the resource as it was made or attempted
 * @param status its state, such as CREATE_COMPLETE
 * @param reason why it is in this state, or empty
 * @param time since when
 */
public record ResourceState(Made made, String status, String reason, Instant time) {
  /** Whether its last change failed, or was interrupted. */
  @JsonIgnore
  public boolean broken() {
    return status.endsWith("_FAILED") || status.endsWith("_IN_PROGRESS");
  }
}
