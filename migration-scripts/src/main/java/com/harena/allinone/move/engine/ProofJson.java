package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Comparisons as the report has them. */
public final class ProofJson {
  private ProofJson() {}

  /** All of a proof: every item, and every key that differs. */
  public static ObjectNode of(
      Instant at, String step, String against, List<Comparison> comparisons) {
    ObjectNode proof =
        JsonNodeFactory.instance
            .objectNode()
            .put("at", at.toString())
            .put("step", step)
            .put("against", against)
            .put("equal", comparisons.stream().allMatch(Comparison::isEqual));
    ArrayNode stores = proof.putArray("stores");
    for (Comparison comparison : comparisons) {
      ObjectNode store =
          stores.addObject().put("store", comparison.store()).put("equal", comparison.isEqual());
      ArrayNode items = store.putArray("items");
      comparison.pairs().forEach(pair -> items.add(pair(pair)));
    }
    return proof;
  }

  private static ObjectNode pair(Comparison.Pair pair) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", pair.item().kind())
            .put("name", pair.item().name())
            .put("equal", pair.equal());
    node.set("source", side(pair.source(), !pair.equal()));
    node.set("target", side(pair.target(), !pair.equal()));
    if (!pair.equal()) {
      ArrayNode keys = node.putArray("keys");
      for (KeyDifference key : pair.keys()) {
        keys.addObject().put("key", key.key()).put("kind", word(key.kind()));
      }
    }
    return node;
  }

  private static ObjectNode side(Optional<Item> item, boolean detailed) {
    if (item.isEmpty()) {
      return null;
    }
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("count", item.get().count())
            .put("checksum", item.get().checksum());
    return detailed ? node.put("detail", item.get().detail()) : node;
  }

  static String word(KeyDifference.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
