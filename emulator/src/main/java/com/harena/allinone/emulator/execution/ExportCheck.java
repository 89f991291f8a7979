package com.harena.allinone.emulator.execution;

import com.harena.allinone.emulator.engine.OutputValue;
import com.harena.allinone.emulator.state.StackState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exports have one owner, and do not change while others use them. */
final class ExportCheck {
  private ExportCheck() {}

  /** What is wrong with the outputs that a stack would have. */
  static Optional<String> fault(Work work, List<OutputValue> outputs) {
    StackState stack = work.stack();
    Map<String, String> after = new HashMap<>();
    for (OutputValue each : outputs) {
      if (each.exportName().isPresent()) {
        String name = each.exportName().get();
        Optional<String> owner = work.exports().owner(name).filter(any -> !any.equals(stack.name));
        if (owner.isPresent() || after.put(name, each.value()) != null) {
          return Optional.of(
              "Export with name "
                  + name
                  + " is already exported by stack "
                  + owner.orElse(stack.name)
                  + ". Rollback requested by user.");
        }
      }
    }
    for (OutputValue each : stack.outputs) {
      if (each.exportName().isPresent()) {
        String name = each.exportName().get();
        List<String> users = work.exports().users(name);
        if (!users.isEmpty() && !each.value().equals(after.get(name))) {
          return Optional.of(
              "Export "
                  + name
                  + " cannot be "
                  + (after.containsKey(name) ? "updated" : "deleted")
                  + " as it is in use by "
                  + String.join(", ", users));
        }
      }
    }
    return Optional.empty();
  }

  /** Why a stack cannot be deleted, if others use what it exports. */
  static Optional<String> deletion(Work work) {
    return work.stack().outputs.isEmpty() ? Optional.empty() : fault(work, List.of());
  }
}
