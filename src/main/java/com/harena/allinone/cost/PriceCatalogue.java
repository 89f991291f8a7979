package com.harena.allinone.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The dated price list, in US dollars.
 *
 * @param date day on which the prices were looked up, such as {@code 2026-11-23}
 * @param currency always {@code USD}
 * @param prices at most one for each item and region
 */
public record PriceCatalogue(String date, String currency, List<Price> prices) {
  /** Copies the prices and refuses two of the same item in one region. */
  public PriceCatalogue {
    prices = List.copyOf(prices);
    Set<String> seen = new HashSet<>();
    for (Price price : prices) {
      if (!seen.add(price.item() + " in " + price.region())) {
        throw new IllegalArgumentException(
            "two prices of %s in %s, allowed: one".formatted(price.item(), price.region()));
      }
    }
  }

  /** The list that comes with this version. */
  public static PriceCatalogue bundled() {
    try (InputStream file = PriceCatalogue.class.getResourceAsStream("prices.json")) {
      JsonNode list = new ObjectMapper().readTree(file);
      List<Price> prices = new ArrayList<>();
      list.get("prices").forEach(price -> prices.add(price(price)));
      return new PriceCatalogue(list.get("date").asText(), list.get("currency").asText(), prices);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Price price(JsonNode node) {
    return new Price(
        node.get("item").asText(),
        node.get("region").asText(),
        node.get("unit").asText(),
        new BigDecimal(node.get("dollars").asText()),
        Optional.ofNullable(node.get("lowestDollars")).map(low -> new BigDecimal(low.asText())),
        Certainty.valueOf(node.get("certainty").asText().toUpperCase(Locale.ROOT)),
        node.get("source").asText());
  }

  /** The price of an item in a region; empty when the list does not know it. */
  public Optional<Price> find(String item, String region) {
    return prices.stream()
        .filter(price -> price.item().equals(item) && price.region().equals(region))
        .findFirst();
  }

  /** The price of an item in whatever region is known, when its own is not. */
  Optional<Price> findNearest(String item, String region) {
    return find(item, region)
        .or(() -> prices.stream().filter(price -> price.item().equals(item)).findFirst());
  }
}
