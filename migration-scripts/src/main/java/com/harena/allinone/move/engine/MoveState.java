package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.harena.allinone.move.journal.Entry;
import com.harena.allinone.move.store.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a move has done, read from its journal entry by entry. */
public final class MoveState {
  private final List<RunRecord> runs = new ArrayList<>();
  private final Map<String, Map<String, String>> checkpoints = new HashMap<>();
  private final Map<String, BackupRecord> backups = new LinkedHashMap<>();
  private final Map<String, String> restored = new HashMap<>();
  private final Map<String, String> restoring = new HashMap<>();
  private final Set<String> differing = new HashSet<>();
  private final Set<String> destroyed = new HashSet<>();
  private String move = "";
  private String environment = "";
  private boolean stale;
  private boolean frozen;
  private boolean switched;
  private boolean rolledBack;
  private Optional<Instant> servingSince = Optional.empty();
  private Optional<Instant> closed = Optional.empty();
  private Side serving = Side.SOURCE;
  private JsonNode findings = MissingNode.getInstance();
  private JsonNode application = MissingNode.getInstance();
  private JsonNode proof = MissingNode.getInstance();

  /** Takes the next entry. */
  public synchronized void take(Entry entry) {
    switch (entry.type()) {
      case Entries.MOVE -> {
        move = entry.text("move");
        environment = entry.text("environment");
      }
      case Entries.BEGUN ->
          runs.add(new RunRecord(entry.text("step"), entry.at(), null, null, "", null));
      case Entries.ENDED -> ended(entry);
      case Entries.CHECKPOINT ->
          scope(entry.text("scope")).put(entry.text("piece"), entry.text("note"));
      case Entries.FORGOTTEN -> scope(entry.text("scope")).remove(entry.text("piece"));
      case Entries.BACKUP -> backup(entry);
      case Entries.RESTORING -> restoring.put(entry.text("store"), entry.text("folder"));
      case Entries.RESTORED -> {
        restoring.remove(entry.text("store"));
        restored.put(entry.text("store"), entry.text("folder"));
        differing.remove(entry.text("store"));
      }
      case Entries.CLEARING -> cleared(entry.text("store"));
      case Entries.FINDINGS -> findings = entry.get("findings");
      case Entries.APPLICATION -> application = entry.get("answers");
      case Entries.PROOF -> proof(entry);
      case Entries.FROZEN -> frozen = entry.get("frozen").asBoolean();
      case Entries.SERVING -> serving(entry);
      case Entries.SWITCHED -> switched = true;
      case Entries.DESTROYED -> destroyed.add(entry.text("part"));
      case Entries.CLOSED -> closed = Optional.of(entry.at());
      default -> {
        // A later version's entry that does not change what this one does.
      }
    }
  }

  private void ended(Entry entry) {
    RunRecord last = runs.remove(runs.size() - 1);
    runs.add(
        new RunRecord(
            last.step(),
            last.began(),
            entry.at(),
            entry.text("outcome"),
            entry.text("message"),
            entry.get("stores")));
  }

  private void backup(Entry entry) {
    boolean finished = entry.get("finished").asBoolean();
    Side side = side(entry);
    backups.put(
        entry.text("folder"),
        new BackupRecord(
            entry.text("folder"),
            side,
            finished ? Optional.of(entry.at()) : Optional.empty(),
            entry.get("files").asLong(),
            entry.get("bytes").asLong()));
    if (finished && side == Side.SOURCE) {
      stale = false;
    }
  }

  private void cleared(String store) {
    restored.remove(store);
    restoring.remove(store);
    checkpoints.keySet().removeIf(scope -> scope.startsWith("migrate/" + store + "/"));
  }

  private void proof(Entry entry) {
    proof = entry.content();
    boolean live = entry.text("against").equals("source");
    for (JsonNode store : entry.get("differing")) {
      differing.add(store.asText());
      stale |= live;
    }
    if (stale) {
      // What an unfinished backup holds already is older than that difference.
      backups.values().removeIf(it -> it.side() == Side.SOURCE && it.finished().isEmpty());
    }
  }

  private void serving(Entry entry) {
    serving = side(entry);
    servingSince = Optional.of(entry.at());
    switched = false;
    rolledBack = serving == Side.SOURCE;
    if (rolledBack) {
      stale = true;
      differing.addAll(restored.keySet());
    }
  }

  private static Side side(Entry entry) {
    return Side.valueOf(entry.text("side").toUpperCase(Locale.ROOT));
  }

  private Map<String, String> scope(String name) {
    return checkpoints.computeIfAbsent(name, unused -> new HashMap<>());
  }

  /** What was noted of a piece of work. */
  synchronized Optional<String> checkpoint(String scope, String piece) {
    return Optional.ofNullable(scope(scope).get(piece));
  }

  /** Name of the move; empty before its first entry. */
  public String move() {
    return move;
  }

  /** Name of what moves. */
  public String environment() {
    return environment;
  }

  /** Every run, in order. */
  public List<RunRecord> runs() {
    return List.copyOf(runs);
  }

  /** Every backup, in order. */
  public List<BackupRecord> backups() {
    return List.copyOf(backups.values());
  }

  /** The last finished backup of the old side. */
  public Optional<BackupRecord> currentBackup() {
    return backups.values().stream()
        .filter(it -> it.side() == Side.SOURCE && it.finished().isPresent())
        .reduce((a, b) -> b);
  }

  /** Whether the old side is known to have changed since the current backup. */
  public boolean isBackupStale() {
    return stale;
  }

  /** The folder that a store was restored from; empty if it was not, or not completely. */
  public Optional<String> restoredFrom(String store) {
    return Optional.ofNullable(restored.get(store));
  }

  /** The folder that a store is being restored from; empty if nothing of it is there yet. */
  public Optional<String> restoringFrom(String store) {
    return Optional.ofNullable(restoring.get(store));
  }

  /** Whether the last comparison found the store to differ. */
  public boolean differs(String store) {
    return differing.contains(store);
  }

  /** Whether the old side may be frozen. */
  public boolean isFrozen() {
    return frozen;
  }

  /** The side that serves. */
  public Side serving() {
    return serving;
  }

  /** Since when that side serves; empty before the first cut-over. */
  public Optional<Instant> servingSince() {
    return servingSince;
  }

  /** Whether everything that follows the record of who serves is done too. */
  public boolean isSwitched() {
    return switched;
  }

  /** Whether the last change of sides was a rollback. */
  public boolean isRolledBack() {
    return rolledBack;
  }

  /** When clean-up finished. */
  public Optional<Instant> closed() {
    return closed;
  }

  public boolean isDestroyed(String part) {
    return destroyed.contains(part);
  }

  /** The findings of the last check. */
  public JsonNode findings() {
    return findings;
  }

  /** What the application answered last. */
  public JsonNode application() {
    return application;
  }

  /** The last comparison. */
  public JsonNode proof() {
    return proof;
  }
}
