package com.harena.allinone.emulator.machine;

import java.util.Map;

/** The volumes that a machine finds at its bus. */
public interface AttachedDisks {
  /** Size in GiB by volume id, of those that are attached to the instance by now. */
  Map<String, Integer> of(String instance);
}
