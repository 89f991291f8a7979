package com.harena.allinone.stack.redeploy;

import com.harena.allinone.schema.UpdateKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A row of the redeploy-safety table as the page of the documentation has it, for whoever deploys
 * the same blueprint by other means.
 *
 * @param row what is changed
 * @param kind the worst that happens
 * @param effects what happens to which resources, by verb; names have neither suffix nor digits
 */
public record DocumentedRedeploy(
    RedeployRow row, UpdateKind kind, Map<String, Set<String>> effects) {
  private static final String HEAD = "| property | change | verdict | instance | what happens |";
  private static final int VERDICT = 3;
  private static final int EFFECTS = 5;
  private static final List<String> VERBS =
      List.of(
          "adds",
          "removes",
          "cannot change",
          "replaces",
          "interrupts",
          "changes in place",
          "Compose recreates");

  public DocumentedRedeploy {
    effects = Map.copyOf(effects);
  }

  /** Every row of the page, in its order. */
  public static List<DocumentedRedeploy> all(Path page) {
    List<String[]> lines = lines(page);
    List<RedeployRow> rows = RedeployRow.all();
    if (lines.size() != rows.size()) {
      throw new IllegalStateException(
          "%s has %d rows instead of %d: renew it".formatted(page, lines.size(), rows.size()));
    }
    List<DocumentedRedeploy> all = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      String[] cells = lines.get(index);
      all.add(
          new DocumentedRedeploy(
              rows.get(index), UpdateKind.of(cells[VERDICT]), effects(cells[EFFECTS])));
    }
    return List.copyOf(all);
  }

  private static List<String[]> lines(Path page) {
    try {
      return Files.readString(page)
          .lines()
          .dropWhile(line -> !line.startsWith(HEAD))
          .skip(2)
          .takeWhile(line -> line.startsWith("|"))
          .map(line -> line.split(" ?(?<!\\\\)\\| ?", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Set<String>> effects(String cell) {
    Map<String, Set<String>> effects = new LinkedHashMap<>();
    for (String effect : cell.split("; ", -1)) {
      for (String verb : VERBS) {
        if (effect.startsWith(verb + " ")) {
          effects.put(
              verb, new TreeSet<>(List.of(effect.substring(verb.length() + 1).split(", "))));
        }
      }
    }
    return effects;
  }
}
