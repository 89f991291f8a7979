package com.harena.allinone.emulator.chaos;

import java.util.Collection;
import java.util.Set;

/**
 * What a run showed.
 *
 * @param green whether it got green
 * @param strikes those whose fault happened, and whose outcome the run showed: each was outlived,
 *     or failed the run
 */
record Tried(boolean green, Set<Strike> strikes) {
  Tried(boolean green, Collection<Strike> strikes) {
    this(green, Set.copyOf(strikes));
  }
}
