package com.harena.allinone.move.store;

import java.util.List;
import java.util.Map;

/**
 * Everything on one side of a store at one moment.
 *
 * @param version of the server, as it states it
 * @param facts what else a reader of the manifest or a restore must know, such as the expression
 *     that the checksums come from; not compared
 * @param items what must arrive, in a stable order
 */
public record Inventory(String version, Map<String, String> facts, List<Item> items) {
  /** Copies map and list. */
  public Inventory {
    facts = Map.copyOf(facts);
    items = List.copyOf(items);
  }
}
