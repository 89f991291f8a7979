package com.harena.allinone.emulator.state;

import com.harena.allinone.emulator.engine.OutputValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stack as it was before an operation.
 *
 * @param config what was wanted
 * @param resources its resources
 * @param outputs its outputs
 * @param imports names of exports that it used
 */
public record Snapshot(
    StackConfig config,
    Map<String, ResourceState> resources,
    List<OutputValue> outputs,
    List<String> imports) {
  /** Copies the collections, which keep their order. */
  public Snapshot {
    resources = new LinkedHashMap<>(resources);
    outputs = List.copyOf(outputs);
    imports = List.copyOf(imports);
  }
}
