package com.harena.allinone.move.engine;

import com.harena.allinone.move.journal.Entry;
import com.harena.allinone.move.store.Side;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The backups of a move, and whether the old side has changed since. */
final class Backups {
  private final Map<String, BackupRecord> records = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private boolean stale;

  void take(Entry entry, Side side) {
    String folder = entry.text("folder");
    names.add(folder);
    if (!entry.get("finished").asBoolean()) {
      records.put(
          folder,
          new BackupRecord(folder, side, entry.text("tool"), entry.at(), Optional.empty(), 0, 0));
      return;
    }
    BackupRecord begun = records.get(folder);
    if (begun != null) {
      records.put(
          folder,
          begun.finishedAt(entry.at(), entry.get("files").asLong(), entry.get("bytes").asLong()));
    }
    stale &= side != Side.SOURCE;
  }

  void abandon(String folder) {
    records.remove(folder);
  }

  void abandonUnfinished() {
    records.values().removeIf(it -> it.side() == Side.SOURCE && it.finished().isEmpty());
  }

  /** The old side has changed; what an unfinished backup holds already is older than that. */
  void outdate() {
    abandonUnfinished();
    stale = current().isPresent();
  }

  boolean isStale() {
    return stale;
  }

  /** Names of all that there ever were: their checkpoints are there still. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  List<BackupRecord> all() {
    return List.copyOf(records.values());
  }

  Optional<BackupRecord> current() {
    return records.values().stream()
        .filter(it -> it.side() == Side.SOURCE && it.finished().isPresent())
        .reduce((a, b) -> b);
  }
}
