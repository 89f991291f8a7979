package com.harena.allinone.move.wiring;

import com.harena.allinone.move.application.DocumentSearch;
import com.harena.allinone.move.application.Point;
import com.harena.allinone.move.application.Points;
import com.harena.allinone.move.engine.ApplicationCheck.Expected;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the new side must hold, in the terms of each store. */
record ExpectedItems(Expected expected) {
  private static final String UNFILLED = "not populated";

  /** Whether counts must be the same. */
  boolean exact() {
    return expected.exact();
  }

  /** Rows by table. */
  Map<String, Long> tables() {
    return counts("postgres", "table");
  }

  /** Views, and materialized views that are filled. */
  Set<String> views() {
    return Stream.concat(
            items("postgres", "view"),
            items("postgres", "materialized view").filter(it -> !it.checksum().equals(UNFILLED)))
        .map(Item::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Names of settings. */
  Set<String> settings() {
    return counts("configuration", "setting").keySet();
  }

  /** A search in each index. */
  Point indices(DocumentSearch search) {
    return Points.indices(search, counts("elasticsearch", "index"), expected.exact());
  }

  /** An alias's item is named {@code ALIAS of INDEX}; neither name can hold a blank. */
  Point aliases(DocumentSearch search) {
    return Points.aliases(
        search,
        items("elasticsearch", "alias")
            .map(item -> item.name().substring(0, item.name().indexOf(" of ")))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private Map<String, Long> counts(String store, String kind) {
    Map<String, Long> counts = new LinkedHashMap<>();
    items(store, kind).forEach(item -> counts.put(item.name(), item.count()));
    return counts;
  }

  private Stream<Item> items(String store, String kind) {
    return Optional.ofNullable(expected.stores().get(store)).map(Inventory::items).stream()
        .flatMap(List::stream)
        .filter(item -> item.kind().equals(kind));
  }
}
