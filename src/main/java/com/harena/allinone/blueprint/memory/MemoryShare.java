package com.harena.allinone.blueprint.memory;

import com.harena.allinone.blueprint.Size;

/**
 * One part of the machine's memory.
 *
 * @param name who has it: {@code system}, {@code timers}, or a service of the Compose file
 * @param mebibytes how much of it, in MiB
 */
public record MemoryShare(String name, long mebibytes) {
  /** Refuses a share of nothing. */
  public MemoryShare {
    if (name.isBlank() || mebibytes <= 0) {
      throw new IllegalArgumentException(
          "memory share \"%s\" of %d MiB, allowed: a name and at least 1 MiB"
              .formatted(name, mebibytes));
    }
  }

  static MemoryShare of(String name, Size size) {
    return new MemoryShare(name, size.mebibytes());
  }
}
