package com.harena.allinone.pulumi.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page that tells what the two engines do differently.
 *
 * @param rows its table
 */
record EnginesPage(List<EnginesPage.Row> rows) {
  /** What a cell says where an engine has nothing. */
  static final String NOTHING = "—";

  /** The heads of the table's columns. */
  static final List<String> HEADS = List.of("resource", "property", "CDK", "Pulumi", "reason");

  /**
   * One row. A star in the resource's or the property's name stands for anything; a value in
   * backquotes is the value itself, other words describe one.
   *
   * @param resource a type, a token or a logical name
   * @param property the property
   * @param cdk what the template has
   * @param pulumi what the program has
   * @param reason why
   */
  record Row(String resource, String property, String cdk, String pulumi, String reason) {
    boolean tells(Difference difference) {
      return (matches(resource, difference.type()) || matches(resource, difference.id()))
          && matches(property, difference.property())
          && says(cdk, difference.cdk())
          && says(pulumi, difference.pulumi());
    }

    private static boolean matches(String pattern, String text) {
      String[] parts = pattern.split("\\*", -1);
      String regex =
          String.join(".*", Arrays.stream(parts).map(Pattern::quote).toArray(String[]::new));
      return text.matches(regex);
    }

    private static boolean says(String cell, Optional<String> value) {
      if (cell.equals(NOTHING)) {
        return value.isEmpty();
      }
      return value.isPresent()
          && (!cell.startsWith("`") || cell.equals("`" + value.orElseThrow() + "`"));
    }

    @Override
    public String toString() {
      return "%s %s: %s, %s".formatted(resource, property, cdk, pulumi);
    }
  }

  static EnginesPage read(Path file) {
    try {
      return new EnginesPage(
          Files.readString(file)
              .lines()
              .dropWhile(line -> !line.startsWith("|"))
              .takeWhile(line -> line.startsWith("|"))
              .skip(2)
              .map(EnginesPage::row)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    List<String> cells = cells(line);
    if (cells.size() != HEADS.size()) {
      throw new AssertionError(
          "a row of %d cells, not of %d: %s".formatted(cells.size(), HEADS.size(), line));
    }
    return new Row(
        plain(cells.get(0)), plain(cells.get(1)), cells.get(2), cells.get(3), cells.get(4));
  }

  static List<String> cells(String line) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    return Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
  }

  private static String plain(String cell) {
    return cell.replace("`", "");
  }
}
