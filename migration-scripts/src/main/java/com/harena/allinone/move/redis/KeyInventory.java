package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.KeyType;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Sums of the keys of all databases: by type, and of when they expire. Each is there also when it
 * is nothing, so that a difference always has two sides.
 */
final class KeyInventory {
  /** Kind of the item that holds when keys expire. */
  static final String EXPIRY = "expiry";

  private static final String NAME = "all databases";

  private final Map<KeyType, Sum> types = new EnumMap<>(KeyType.class);
  private final Sum expiry = new Sum();
  private final KeyDigest expiryDigest = new KeyDigest();

  private static final class Sum {
    private long count;
    private long high;
    private long low;

    private void add(long otherHigh, long otherLow, int sign) {
      count += sign;
      high += sign * otherHigh;
      low += sign * otherLow;
    }

    private Item item(String kind, String detail) {
      return new Item(kind, NAME, count, "%016x%016x".formatted(high, low), detail);
    }
  }

  KeyInventory() {
    for (KeyType type : KeyType.values()) {
      types.put(type, new Sum());
    }
  }

  void add(KeyId key, KeyFacts facts) {
    add(key, facts, 1);
  }

  void remove(KeyId key, KeyFacts facts) {
    add(key, facts, -1);
  }

  private void add(KeyId key, KeyFacts facts, int sign) {
    types.get(facts.type()).add(facts.high(), facts.low(), sign);
    if (facts.expiry() != KeyHandler.NEVER) {
      expiryDigest.read(key, facts.expiry());
      expiry.add(expiryDigest.high(), expiryDigest.low(), sign);
    }
  }

  /** An item for each type, and one for the expiries. */
  Inventory toInventory(ServerInfo info, boolean exactExpiry) {
    List<Item> items = new ArrayList<>();
    types.forEach((type, sum) -> items.add(sum.item(type.word(), "")));
    items.add(expiry.item(EXPIRY, "when keys expire"));
    return new Inventory(
        info.version(),
        Map.of(
            "checksum",
            "sum of 128 bits of SHA-256 over database, key, type and value",
            EXPIRY,
            exactExpiry ? "exact" : "to some milliseconds"),
        items);
  }
}
