package com.harena.allinone.move.engine;

import com.harena.allinone.move.journal.Entry;
import java.util.ArrayList;
import java.util.List;

/** The runs of a move, in order. */
final class Runs {
  private final List<RunRecord> records = new ArrayList<>();

  void begun(Entry entry) {
    records.add(new RunRecord(entry.text("step"), entry.at(), null, null, "", null));
  }

  void ended(Entry entry) {
    RunRecord last = records.remove(records.size() - 1);
    records.add(
        new RunRecord(
            last.step(),
            last.began(),
            entry.at(),
            entry.text("outcome"),
            entry.text("message"),
            entry.get("stores")));
  }

  List<RunRecord> all() {
    return List.copyOf(records);
  }
}
