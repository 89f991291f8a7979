package com.harena.allinone.emulator.plan;

import java.util.List;
import java.util.Optional;

/** What the stacks of the region export to each other. */
public interface Exports {
  /** The value of an export. */
  Optional<String> value(String name);

  /** The name of the stack that exports it, if any. */
  Optional<String> owner(String name);

  /** Names of the stacks that use it. */
  List<String> users(String name);
}
