package com.harena.allinone.emulator.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What was read, until something changed since the reading began.
 *
 * @param <T> what is read
 */
final class Remembered<T> {
  private final LongSupplier changes;
  private final Function<String, T> read;
  private final Map<String, At<T>> known = new ConcurrentHashMap<>();

  /**
   * Nothing is read yet.
   *
   * @param changes how many changes there were so far
   * @param read reads what has a name
   */
  Remembered(LongSupplier changes, Function<String, T> read) {
    this.changes = changes;
    this.read = read;
  }

  /** What has this name. */
  T of(String name) {
    long now = changes.getAsLong();
    At<T> last = known.get(name);
    if (last != null && last.changes() == now) {
      return last.found();
    }
    T found = read.apply(name);
    known.put(name, new At<>(now, found));
    return found;
  }

  private record At<T>(long changes, T found) {}
}
