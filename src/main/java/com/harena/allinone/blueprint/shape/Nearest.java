package com.harena.allinone.blueprint.shape;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant by a misspelt word. */
public final class Nearest {
  private static final int LONGEST_WORD = 64;

  private Nearest() {}

  /**
   * The word nearest to the one given, by the number of letters left out, added, changed or
   * exchanged with their neighbour; empty when a third of the letters or more differ.
   */
  public static Optional<String> to(String given, Collection<String> words) {
    if (given.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    String plain = plain(given);
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String word : words) {
      int distance = distance(plain, plain(word));
      if (distance < least) {
        least = distance;
        nearest = word;
      }
    }
    return least <= Math.max(1, nearest.length() / 3) ? Optional.of(nearest) : Optional.empty();
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, left, right, i, j);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int step(int[][] cost, String left, String right, int i, int j) {
    int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
    boolean exchanged =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
