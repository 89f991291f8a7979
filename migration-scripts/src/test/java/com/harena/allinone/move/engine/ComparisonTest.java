package com.harena.allinone.move.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a comparison finds, what of it an operator reads, and what programs do. */
class ComparisonTest {
  private static Inventory inventory(Item... items) {
    return new Inventory("15.18", Map.of(), List.of(items));
  }

  private static Item table(String name, long rows, String checksum) {
    return new Item("table", name, rows, checksum, "");
  }

  private static Item view(String definition) {
    return new Item("view", "v", 1, Integer.toString(definition.hashCode()), definition);
  }

  private static List<String> lines(Comparison... comparisons) {
    return ProofText.lines(List.of(comparisons), "source", "target");
  }

  private static Comparison of(Inventory source, Inventory target, List<KeyDifference> keys) {
    return Comparison.of("postgres", source, target, (left, right) -> Optional.of(keys));
  }

  @Test
  void equalSidesAreOneLine() {
    Comparison equal =
        of(
            inventory(table("a", 1000, "1"), table("b", 234, "2"), view("select 1")),
            inventory(table("b", 234, "2"), view("select 1"), table("a", 1000, "1")),
            List.of());

    assertThat(equal.isEqual()).isTrue();
    assertThat(lines(equal))
        .containsExactly("equal    postgres: 3 items, 1,234 rows, documents or keys");
  }

  @Test
  void everyKindOfDifferenceIsNamed() {
    Comparison comparison =
        of(
            inventory(
                table("a", 3, "1"), table("gone", 1, "2"), view("select\n  1"), table("b", 2, "3")),
            inventory(
                table("a", 2, "4"), view("select 2"), table("b", 2, "5"), table("new", 9, "6")),
            List.of(
                new KeyDifference("7", Kind.MISSING),
                new KeyDifference("8", Kind.UNEXPECTED),
                new KeyDifference("9", Kind.CHANGED)));

    assertThat(comparison.isEqual()).isFalse();
    assertThat(lines(comparison))
        .contains(
            "differs  postgres: 5 of 5 items",
            "         table a has 3 on the source and 2 on the target",
            "           only on the source: 7",
            "           only on the target: 8",
            "           changed: 9",
            "         table gone is only on the source",
            "         view v is another on the target: 'select 1' there, 'select 2' here",
            "         table b is another on the target",
            "         table new is only on the target");
  }

  @Test
  void atMostTwentyKeysAreShownAndAllAreInTheJson() {
    List<KeyDifference> keys =
        IntStream.range(0, 57).mapToObj(i -> new KeyDifference("key " + i, Kind.CHANGED)).toList();
    Comparison comparison =
        of(inventory(table("a", 57, "1")), inventory(table("a", 57, "2")), keys);

    assertThat(lines(comparison)).filteredOn(line -> line.contains("changed: key")).hasSize(20);
    assertThat(lines(comparison)).endsWith("37 more keys are in the report");
    JsonNode item =
        ProofJson.of(Instant.EPOCH, "verify", "source", List.of(comparison))
            .path("stores")
            .path(0)
            .path("items")
            .path(0);
    assertThat(item.path("keys")).hasSize(57);
  }

  @Test
  void whatIsEqualAfterAllIsNoDifference() {
    Comparison comparison =
        of(inventory(table("a", 5, "1")), inventory(table("a", 4, "2")), List.of());
    assertThat(comparison.isEqual()).isTrue();
  }

  @Test
  void whatCannotBeLocatedStaysADifference() {
    Comparison comparison =
        Comparison.of(
            "postgres",
            inventory(table("a", 5, "1")),
            inventory(table("a", 4, "2")),
            (left, right) -> Optional.empty());
    assertThat(comparison.isEqual()).isFalse();
  }

  @Test
  void onlyWhatDiffersIsLookedAtClosely() {
    List<String> looked = new ArrayList<>();
    Comparison.of(
        "postgres",
        inventory(table("a", 1, "1"), table("b", 1, "2"), table("c", 1, "3")),
        inventory(table("a", 1, "1"), table("b", 1, "x")),
        (left, right) -> {
          looked.add(left.name());
          return Optional.of(List.of());
        });
    assertThat(looked).containsExactly("b");
  }

  /** Else one of them would never be compared. */
  @Test
  void twoItemsOfOneNameAreAFaultOfTheStore() {
    Inventory twice = inventory(table("a", 1, "1"), table("a", 1, "1"));
    assertThatThrownBy(() -> of(twice, twice, List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("two items are the table a");
  }
}
