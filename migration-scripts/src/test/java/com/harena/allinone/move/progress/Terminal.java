package com.harena.allinone.move.progress;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A terminal of some columns, as far as a progress board uses one. */
final class Terminal extends Writer {
  private final int columns;
  private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
  private boolean wraps = true;
  private int row;

  Terminal(int columns) {
    this.columns = columns;
  }

  /** What is on the screen. */
  List<String> screen() {
    return rows.stream().map(StringBuilder::toString).filter(it -> !it.isEmpty()).toList();
  }

  @Override
  public void write(char[] text, int offset, int length) {
    String all = new String(text, offset, length);
    for (int at = 0; at < all.length(); at++) {
      if (all.charAt(at) == '\u001b') {
        int end = at + 2;
        while (!Character.isLetter(all.charAt(end))) {
          end++;
        }
        command(all.substring(at + 2, end + 1));
        at = end;
      } else {
        put(all.charAt(at));
      }
    }
  }

  private void command(String command) {
    switch (command) {
      case "?7l" -> wraps = false;
      case "?7h" -> wraps = true;
      case "J" -> {
        rows.subList(row + 1, rows.size()).clear();
        rows.get(row).setLength(0);
      }
      default -> row -= Integer.parseInt(command.substring(0, command.length() - 1));
    }
  }

  private void put(char sign) {
    if (sign == '\n' || (wraps && rows.get(row).length() == columns)) {
      row++;
      if (row == rows.size()) {
        rows.add(new StringBuilder());
      }
    }
    if (sign != '\n' && rows.get(row).length() < columns) {
      rows.get(row).append(sign);
    }
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
