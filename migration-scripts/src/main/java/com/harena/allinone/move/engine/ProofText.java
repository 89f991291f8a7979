package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comparisons as an operator reads them: a line for each store, then what differs. */
public final class ProofText {
  private static final int SHOWN = 20;

  private ProofText() {}

  /** The lines; {@code left} and {@code right} are the words for both sides. */
  public static List<String> lines(List<Comparison> comparisons, String left, String right) {
    List<String> lines = new ArrayList<>();
    int shown = 0;
    for (Comparison comparison : comparisons) {
      int differing = comparison.differences().size();
      lines.add(
          differing == 0
              ? "equal    %s: %s, %,d rows, documents or keys"
                  .formatted(comparison.store(), items(comparison), total(comparison))
              : "differs  %s: %d of %s"
                  .formatted(comparison.store(), differing, items(comparison)));
      for (Comparison.Pair pair : comparison.differences()) {
        lines.add("         " + difference(pair, left, right));
        for (KeyDifference key : pair.keys()) {
          if (shown++ < SHOWN) {
            lines.add("           %s: %s".formatted(where(key, left, right), key.key()));
          }
        }
      }
    }
    if (shown > SHOWN) {
      lines.add("%d more keys are in the report".formatted(shown - SHOWN));
    }
    return lines;
  }

  private static String items(Comparison comparison) {
    return com.harena.allinone.move.progress.Amounts.count(comparison.pairs().size(), "item");
  }

  private static long total(Comparison comparison) {
    return comparison.pairs().stream()
        .map(Comparison.Pair::item)
        .filter(item -> item.detail().isEmpty())
        .mapToLong(Item::count)
        .sum();
  }

  private static String difference(Comparison.Pair pair, String left, String right) {
    Item item = pair.item();
    String name = item.kind() + " " + item.name();
    if (pair.source().isEmpty() || pair.target().isEmpty()) {
      return "%s is only on the %s".formatted(name, pair.target().isEmpty() ? left : right);
    }
    long source = pair.source().map(Item::count).orElse(0L);
    long target = pair.target().map(Item::count).orElse(0L);
    Optional<String> details =
        pair.source()
            .map(Item::detail)
            .filter(detail -> !detail.equals(pair.target().orElseThrow().detail()))
            .filter(detail -> detail.length() + item.detail().length() < 400)
            .map(
                detail ->
                    ": %s there, %s here"
                        .formatted(oneLine(detail), oneLine(pair.target().orElseThrow().detail())));
    return source == target
        ? "%s is another on the %s%s".formatted(name, right, details.orElse(""))
        : "%s has %,d on the %s and %,d on the %s".formatted(name, source, left, target, right);
  }

  private static String oneLine(String text) {
    return "'" + text.replaceAll("\\s+", " ").strip() + "'";
  }

  private static String where(KeyDifference key, String left, String right) {
    return switch (key.kind()) {
      case MISSING -> "only on the " + left;
      case UNEXPECTED -> "only on the " + right;
      case CHANGED -> "changed";
    };
  }
}
