package com.harena.allinone.emulator.state;

import com.harena.allinone.emulator.engine.OnStackFailure;
import com.harena.allinone.emulator.engine.ResourceChange;
import java.time.Instant;
import java.util.List;

/**
 * A change set of a stack.
 *
 * @param name its name
 * @param id its ARN
 * @param description what the caller said of it, or empty
 * @param config what it wants of the stack
 * @param onFailure what becomes of the stack if it fails
 * @param created when it was created
 * @param status such as CREATE_COMPLETE
 * @param executionStatus such as AVAILABLE
 * @param reason why it failed, or empty
 * @param operationId the operation that executes it, or empty
 * @param changes its changes
 */
public record ChangeSetState(
    String name,
    String id,
    String description,
    StackConfig config,
    OnStackFailure onFailure,
    Instant created,
    String status,
    String executionStatus,
    String reason,
    String operationId,
    List<ResourceChange> changes) {

  /** The same while or after it is executed. */
  public ChangeSetState executed(String newStatus, String operation) {
    return new ChangeSetState(
        name,
        id,
        description,
        config,
        onFailure,
        created,
        status,
        newStatus,
        reason,
        operation,
        changes);
  }
}
