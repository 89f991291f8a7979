package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.harena.allinone.move.journal.Entry;
import com.harena.allinone.move.journal.JournalDamaged;
import com.harena.allinone.move.store.Side;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a move has done, read from its journal entry by entry. */
public final class MoveState {
  /** The journal's format that this version writes and knows. */
  static final int FORMAT = 1;

  private final Runs runs = new Runs();
  private final Notes checkpoints = new Notes();
  private final Routes routes = new Routes();
  private final Backups backups = new Backups();
  private final Contents contents = new Contents();
  private final Handover handover = new Handover();
  private final Proven proven = new Proven();
  private final Set<String> destroying = new HashSet<>();
  private final Set<String> destroyed = new HashSet<>();
  private String move = "";
  private String environment = "";
  private String directory = "";
  private Optional<Instant> closed = Optional.empty();
  private JsonNode findings = MissingNode.getInstance();
  private JsonNode application = MissingNode.getInstance();

  /** Takes the next entry. */
  public synchronized void take(Entry entry) {
    switch (entry.type()) {
      case Entries.MOVE -> move(entry);
      case Entries.DIRECTORY -> directory = entry.text("directory");
      case Entries.ROUTES -> {
        routes.take(entry, backups, contents, checkpoints);
        findings = MissingNode.getInstance();
        proven.forget();
      }
      case Entries.BEGUN -> runs.begun(entry);
      case Entries.ENDED -> runs.ended(entry);
      case Entries.CHECKPOINT -> checkpoints.done(entry);
      case Entries.FORGOTTEN -> checkpoints.forgotten(entry);
      case Entries.BACKUP -> backups.take(entry, side(entry));
      case Entries.ABANDONED -> backups.abandon(entry.text("folder"));
      case Entries.CLEARING -> {
        proven.forget();
        contents.forget(entry.text("store"));
      }
      case Entries.RESTORING -> {
        proven.forget();
        contents.restoring(entry);
        checkpoints.drop(Scope.target(entry.text("store")));
      }
      case Entries.RESTORED -> contents.restored(entry);
      case Entries.FINDINGS -> findings = entry.get("findings");
      case Entries.APPLICATION -> application = entry.get("answers");
      case Entries.PROOF -> {
        if (!proven.take(entry, contents).isEmpty()) {
          backups.outdate();
        }
      }
      case Entries.FROZEN -> handover.freeze(side(entry), entry.get("frozen").asBoolean());
      case Entries.SERVING -> serving(entry);
      case Entries.SWITCHED -> handover.finish();
      case Entries.DESTROYING -> destroying.add(entry.text("part"));
      case Entries.DESTROYED -> destroyed.add(entry.text("part"));
      case Entries.CLOSED -> closed = Optional.of(entry.at());
      default -> {
        // A later version's entry that does not change what this one does.
      }
    }
  }

  private void move(Entry entry) {
    if (entry.get("format").asInt() != FORMAT) {
      throw new JournalDamaged(
          "the journal has the format %s of allinone %s; allowed: %d; use that version"
              .formatted(entry.get("format"), entry.text("tool"), FORMAT));
    }
    move = entry.text("move");
    environment = entry.text("environment");
    directory = entry.text("directory");
  }

  private void serving(Entry entry) {
    handover.serve(side(entry), entry.at());
    if (handover.isRolledBack()) {
      proven.forget();
      backups.outdate();
      contents.doubtAll();
    }
  }

  private static Side side(Entry entry) {
    return Side.valueOf(entry.text("side").toUpperCase(Locale.ROOT));
  }

  /** What was noted of a piece of work. */
  synchronized Optional<String> checkpoint(String scope, String piece) {
    return checkpoints.find(scope, piece);
  }

  /** Name of the move; empty before its first entry. */
  public String move() {
    return move;
  }

  /** Name of what moves. */
  public String environment() {
    return environment;
  }

  /** Where the journal was when it was last written to. */
  String directory() {
    return directory;
  }

  /** Where each store moves from and to. */
  Map<String, Route> routes() {
    return routes.all();
  }

  /** Every run, in order. */
  public List<RunRecord> runs() {
    return runs.all();
  }

  /** Every backup, in order. */
  public List<BackupRecord> backups() {
    return backups.all();
  }

  /** The name of every folder that a backup was ever begun in. */
  public Set<String> backupNames() {
    return backups.names();
  }

  /** The last finished backup of the old side. */
  public Optional<BackupRecord> currentBackup() {
    return backups.current();
  }

  /** Whether the old side is known to have changed since the current backup. */
  public boolean isBackupStale() {
    return backups.isStale();
  }

  /** The folder that a store was restored from; empty if it was not, or not completely. */
  public Optional<String> restoredFrom(String store) {
    return contents.restoredFrom(store);
  }

  /** Whether that version of allinone began to restore a store from that folder, and no more. */
  public boolean isRestoring(String store, String folder, String tool) {
    return contents.isRestoring(store, folder, tool);
  }

  /** Whether the last comparison found the store to differ. */
  public boolean differs(String store) {
    return contents.differs(store);
  }

  /** Whether that side may be frozen. */
  public boolean isFrozen(Side side) {
    return handover.isFrozen(side);
  }

  /** The side that serves. */
  public Side serving() {
    return handover.serving();
  }

  /** Since when that side serves; empty before the first cut-over. */
  public Optional<Instant> servingSince() {
    return handover.since();
  }

  /** Whether the new side serves, and everything that follows the record of that is done too. */
  public boolean isHandedOver() {
    return handover.isFinished();
  }

  /** Whether the last change of sides was a rollback. */
  public boolean isRolledBack() {
    return handover.isRolledBack();
  }

  /** When clean-up finished. */
  public Optional<Instant> closed() {
    return closed;
  }

  /** Parts of the old stack that clean-up has taken away or was about to. */
  public Set<String> destroying() {
    return Set.copyOf(destroying);
  }

  /** Whether that part of the old stack is gone. */
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
    return proven.last();
  }

  /** Whether the last comparison found both sides, or new side and backup, equal. */
  public boolean isProven() {
    return proven.isAny();
  }

  /** Whether both live sides were found equal, and nothing is known to have changed since. */
  public boolean isProvenLive() {
    return proven.isLive();
  }
}
