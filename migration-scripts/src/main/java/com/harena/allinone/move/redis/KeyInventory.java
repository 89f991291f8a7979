package com.harena.allinone.move.redis;

import com.harena.allinone.move.redis.rdb.KeyType;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums of the keys of each database: by type, and of when they expire. */
final class KeyInventory {
  /** Kind of the item that holds when keys expire. */
  static final String EXPIRY = "expiry";

  private static final String DATABASE = "database ";

  private final Map<Integer, Database> databases = new TreeMap<>();
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

    private Item item(String kind, int database, String detail) {
      return new Item(kind, DATABASE + database, count, "%016x%016x".formatted(high, low), detail);
    }
  }

  private static final class Database {
    private final Map<KeyType, Sum> types = new EnumMap<>(KeyType.class);
    private final Sum expiry = new Sum();

    private Database() {
      EnumSet.complementOf(EnumSet.of(KeyType.MODULE)).forEach(type -> types.put(type, new Sum()));
    }
  }

  /** Gives the database its items, although it may hold no key: the other side may. */
  void include(int database) {
    sums(database);
  }

  private Database sums(int database) {
    return databases.computeIfAbsent(database, absent -> new Database());
  }

  /** The number of the database that an item is about. */
  static int database(Item item) {
    return Integer.parseInt(item.name().substring(DATABASE.length()));
  }

  void add(int database, byte[] key, KeyFacts facts) {
    add(database, key, facts, 1);
  }

  void remove(int database, byte[] key, KeyFacts facts) {
    add(database, key, facts, -1);
  }

  private void add(int database, byte[] key, KeyFacts facts, int sign) {
    Database sums = sums(database);
    sums.types
        .computeIfAbsent(facts.type(), absent -> new Sum())
        .add(facts.high(), facts.low(), sign);
    if (facts.expiry() != KeyHandler.NEVER) {
      expiryDigest.read(key, facts.expiry());
      sums.expiry.add(expiryDigest.high(), expiryDigest.low(), sign);
    }
  }

  /** All of it: an item for each type in each database, and one for its expiries. */
  Inventory toInventory(ServerInfo info, boolean exactExpiry) {
    List<Item> items = new ArrayList<>();
    databases.forEach(
        (database, sums) -> {
          sums.types.forEach((type, sum) -> items.add(sum.item(type.word(), database, "")));
          items.add(sums.expiry.item(EXPIRY, database, "when keys expire"));
        });
    return new Inventory(
        info.version(),
        Map.of(
            "checksum",
            "sum of 128 bits of SHA-256 over key, type and value",
            EXPIRY,
            exactExpiry ? "exact" : "to some milliseconds"),
        items);
  }
}
