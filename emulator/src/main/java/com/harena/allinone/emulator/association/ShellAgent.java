package com.harena.allinone.emulator.association;

import java.util.Optional;

/** Who runs shell scripts in the place of an instance's agent. */
public interface ShellAgent {
  /**
   * Runs a script to its end; an interrupt asks it to end at once.
   *
   * @return empty if nobody here knows the script
   */
  Optional<ShellResult> run(String instance, String script);

  /** Knows no script. */
  static ShellAgent none() {
    return (instance, script) -> Optional.empty();
  }
}
