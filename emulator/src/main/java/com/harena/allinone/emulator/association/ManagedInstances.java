package com.harena.allinone.emulator.association;

import java.util.List;
import java.util.Map;

/** The instances that Systems Manager's agent has reported at this moment. */
public interface ManagedInstances {
  /** Their ids. */
  List<String> online();

  /** The tags of one. */
  Map<String, String> tags(String instance);

  /** Runs a shell script on one, and waits for its end. */
  ShellResult run(String instance, String script);

  /** A world without instances. */
  static ManagedInstances none() {
    return new ManagedInstances() {
      @Override
      public List<String> online() {
        return List.of();
      }

      @Override
      public Map<String, String> tags(String instance) {
        return Map.of();
      }

      @Override
      public ShellResult run(String instance, String script) {
        throw new IllegalStateException(instance + " is not online");
      }
    };
  }
}
