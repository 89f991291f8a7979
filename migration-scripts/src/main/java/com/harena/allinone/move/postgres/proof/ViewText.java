package com.harena.allinone.move.postgres.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Definitions of views as servers of all versions would print them.
 *
 * <p>Up to PostgreSQL 15 columns of a view's only relation are printed with its name, from 16 on
 * without; {@code xmlserialize} is printed with {@code NO INDENT} from 16 on.
 */
final class ViewText {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*|\\s+|[^\\s]",
          Pattern.DOTALL);
  private static final Set<String> ENDS =
      Set.of(
          "tablesample where group having window union intersect except order limit offset fetch for ;"
              .split(" ", -1));
  private static final Set<String> SETS = Set.of("union", "intersect", "except");

  private final List<String> tokens = new ArrayList<>();

  private ViewText(String text) {
    Matcher matcher = TOKEN.matcher(text.replace(" NO INDENT", ""));
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
  }

  /** The same text for the same view, whichever server printed it. */
  static String plain(String text) {
    return new ViewText(text).plain();
  }

  private String plain() {
    int from = find(Set.of("from"), 0);
    if (from < 0 || find(SETS, 0) >= 0) {
      return String.join("", tokens);
    }
    int end = find(ENDS, from);
    end = end < 0 ? tokens.size() : end;
    String alias = alias(from + 1, end);
    return alias == null ? String.join("", tokens) : without(alias, from, end);
  }

  /** The first of these words outside parentheses. */
  private int find(Set<String> words, int start) {
    int depth = 0;
    for (int i = start; i < tokens.size(); i++) {
      String token = tokens.get(i);
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth == 0 && words.contains(token.toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  /** The name of the only relation between the two places; null if there are several. */
  private String alias(int start, int end) {
    String alias = null;
    int depth = 0;
    boolean subselect = false;
    for (int i = start; i < end; i++) {
      String token = tokens.get(i);
      String word = token.toLowerCase(Locale.ROOT);
      if (token.equals("(")) {
        depth++;
        subselect |= depth == 1 && Set.of("select", "with", "values").contains(next(i));
      } else if (token.equals(")")) {
        depth--;
      } else if (!subselect && (word.equals("join") || (depth == 0 && token.equals(",")))) {
        return null;
      } else if (depth == 0 && (word.equals("join") || token.equals(","))) {
        return null;
      } else if (depth == 0 && token.matches("(?s)[\\p{L}_\"].*")) {
        alias = token;
      }
    }
    return alias;
  }

  private String next(int place) {
    for (int i = place + 1; i < tokens.size(); i++) {
      if (!tokens.get(i).isBlank()) {
        return tokens.get(i).toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  private String without(String alias, int from, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      boolean qualifier =
          tokens.get(i).equals(alias)
              && i + 1 < tokens.size()
              && tokens.get(i + 1).equals(".")
              && (i == 0 || !tokens.get(i - 1).equals("."))
              && (i < from || i >= end);
      if (qualifier) {
        i++;
      } else {
        text.append(tokens.get(i));
      }
    }
    return text.toString();
  }
}
