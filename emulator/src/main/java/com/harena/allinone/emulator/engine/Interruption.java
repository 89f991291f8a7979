package com.harena.allinone.emulator.engine;

import com.harena.allinone.emulator.execution.Journal;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.StackState;
import java.util.Map;

/** Says truthfully what became of an operation that ended with its process. */
final class Interruption {
  private static final Map<String, String> ENDS =
      Map.of(
          "CREATE_IN_PROGRESS", "CREATE_FAILED",
          "ROLLBACK_IN_PROGRESS", "ROLLBACK_FAILED",
          "DELETE_IN_PROGRESS", "DELETE_FAILED",
          "UPDATE_IN_PROGRESS", "UPDATE_FAILED",
          "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_FAILED",
          "UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED",
          "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED");
  private static final String WHY = "the local AWS ended in the middle of this operation";

  private Interruption() {}

  /** The state in which an operation fails. */
  static String failed(String status) {
    return ENDS.getOrDefault(status, "UPDATE_FAILED");
  }

  /** Marks a stack that was read from its file. */
  static void mark(StackState stack, Journal journal) {
    if (!stack.busy()) {
      return;
    }
    for (ResourceState each : stack.resources.values().toArray(ResourceState[]::new)) {
      if (each.status().endsWith("_IN_PROGRESS")) {
        String failed = each.status().replace("_IN_PROGRESS", "_FAILED");
        String why = each.made().exists() ? WHY : WHY + "; what it made, if anything, is not known";
        stack.resources.put(
            each.made().logicalId(), new ResourceState(each.made(), failed, why, each.time()));
      }
    }
    journal.stack(failed(stack.status), WHY);
  }
}
