package com.harena.allinone.emulator.proof;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Blueprints in a row, each with the changes of those before it, synthesized one after the other
 * while the first ones are deployed already.
 */
final class Variants implements AutoCloseable {
  private final Blueprints blueprints;
  private final ExecutorService one = Executors.newSingleThreadExecutor();
  private final Map<String, Object> changes = new LinkedHashMap<>();
  private final Map<String, Future<Assembly>> assemblies = new HashMap<>();

  Variants(Blueprints blueprints) {
    this.blueprints = blueprints;
  }

  /** The next one, with these changes more. */
  Variants plan(String name, Map<String, Object> more) {
    changes.putAll(more);
    Map<String, Object> all = Map.copyOf(changes);
    assemblies.put(name, one.submit(() -> blueprints.synthesize(all)));
    return this;
  }

  /** Waits until it is synthesized. */
  Assembly take(String name) {
    try {
      return assemblies.get(name).get();
    } catch (ExecutionException e) {
      throw new AssertionError("variant " + name, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    one.shutdownNow();
  }
}
