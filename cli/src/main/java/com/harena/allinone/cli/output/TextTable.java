package com.harena.allinone.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Lines in columns. Texts stand left, the columns declared as figures stand right. */
final class TextTable {
  private static final String GAP = "  ";

  private final int figureColumnsFrom;
  private final int figureColumnsTo;
  private final List<List<String>> lines = new ArrayList<>();

  /** A table whose columns from the first to before the last index hold figures. */
  TextTable(int figureColumnsFrom, int figureColumnsTo) {
    this.figureColumnsFrom = figureColumnsFrom;
    this.figureColumnsTo = figureColumnsTo;
  }

  TextTable line(String... cells) {
    lines.add(List.of(cells));
    return this;
  }

  /** The lines, each indented by two spaces, without spaces at their ends. */
  String text() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), width(line.get(i))));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        String space = " ".repeat(widths.get(i) - width(line.get(i)));
        boolean right = i >= figureColumnsFrom && i < figureColumnsTo;
        row.append(GAP).append(right ? space + line.get(i) : line.get(i) + space);
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
