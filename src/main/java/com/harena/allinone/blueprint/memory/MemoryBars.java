package com.harena.allinone.blueprint.memory;

import java.util.Locale;

/** Draws a memory budget: one line for each share, the sum, and what is left. */
final class MemoryBars {
  private static final int WIDTH = 40;

  private final StringBuilder text = new StringBuilder();
  private final long scaleMebibytes;

  private MemoryBars(long scaleMebibytes) {
    this.scaleMebibytes = scaleMebibytes;
  }

  static String of(MemoryBudget budget) {
    MemoryBars bars = new MemoryBars(Math.max(budget.usableMebibytes(), budget.totalMebibytes()));
    budget.shares().forEach(share -> bars.line(share.name(), share.mebibytes(), "#"));
    if (budget.fits()) {
      bars.line("spare", budget.spareMebibytes(), ".");
    } else {
      bars.line("too much", -budget.spareMebibytes(), "!");
    }
    bars.text.append(
        String.format(
            Locale.ROOT,
            "%-13s %5d of %d MiB%n",
            "total",
            budget.totalMebibytes(),
            budget.usableMebibytes()));
    return bars.text.toString().replace(System.lineSeparator(), "\n");
  }

  private void line(String name, long mebibytes, String mark) {
    int marks = (int) Math.round((double) WIDTH * mebibytes / scaleMebibytes);
    text.append(
        String.format(Locale.ROOT, "%-13s %5d MiB  %s%n", name, mebibytes, mark.repeat(marks)));
  }
}
