package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two inventories of a store, item by item.
 *
 * @param store its name
 * @param source what the source, or the manifest, has
 * @param target what the target has
 * @param pairs every item of both
 */
public record Comparison(String store, Inventory source, Inventory target, List<Pair> pairs) {
  /** Copies the list. */
  public Comparison {
    pairs = List.copyOf(pairs);
  }

  /**
   * An item on both sides, or on one.
   *
   * @param source as the source, or the manifest, has it
   * @param target as the target has it
   * @param equal whether they are
   * @param keys what differs in it, as far as that is known
   */
  public record Pair(
      Optional<Item> source, Optional<Item> target, boolean equal, List<KeyDifference> keys) {
    /** Copies the list. */
    public Pair {
      keys = List.copyOf(keys);
    }

    /** The item itself, of either side. */
    public Item item() {
      return source.orElseGet(target::orElseThrow);
    }
  }

  /** Finds the keys that differ in an item that both sides have; empty if it is equal after all. */
  @FunctionalInterface
  public interface Locator {
    /** Finds them; an empty result if that cannot be told. */
    Optional<List<KeyDifference>> locate(Item source, Item target);
  }

  /** Compares two inventories. */
  public static Comparison of(String store, Inventory source, Inventory target, Locator locator) {
    Map<String, Item> left = byName(source);
    Map<String, Item> right = byName(target);
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<String, Item> entry : left.entrySet()) {
      pairs.add(pair(entry.getValue(), right.remove(entry.getKey()), locator));
    }
    for (Item unexpected : right.values()) {
      pairs.add(new Pair(Optional.empty(), Optional.of(unexpected), false, List.of()));
    }
    return new Comparison(store, source, target, pairs);
  }

  private static Pair pair(Item source, Item target, Locator locator) {
    if (target == null) {
      return new Pair(Optional.of(source), Optional.empty(), false, List.of());
    }
    if (source.count() == target.count() && source.checksum().equals(target.checksum())) {
      return new Pair(Optional.of(source), Optional.of(target), true, List.of());
    }
    Optional<List<KeyDifference>> keys = locator.locate(source, target);
    boolean equal = keys.isPresent() && keys.get().isEmpty();
    return new Pair(Optional.of(source), Optional.of(target), equal, keys.orElse(List.of()));
  }

  private static Map<String, Item> byName(Inventory inventory) {
    Map<String, Item> items = new LinkedHashMap<>();
    for (Item item : inventory.items()) {
      Item twice = items.put(item.kind() + " " + item.name(), item);
      if (twice != null) {
        throw new IllegalStateException(
            "two items are the %s %s".formatted(item.kind(), item.name()));
      }
    }
    return items;
  }

  /** What differs. */
  public List<Pair> differences() {
    return pairs.stream().filter(pair -> !pair.equal()).toList();
  }

  /** Whether nothing differs. */
  public boolean isEqual() {
    return pairs.stream().allMatch(Pair::equal);
  }
}
