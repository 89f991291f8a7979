package com.harena.allinone.move.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.backup.StoredInventory;
import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.ProofText;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Sides;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Occupancy.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Restores a backup into the new side of a plan, empty or restored from the same backup by an
 * earlier run, proves it equal to the manifest, and leaves no mark there. It has a directory of its
 * own.
 */
public final class BackupRestore implements Step {
  private final Path folder;

  /** Restores the backup of that folder. */
  public BackupRestore(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public Optional<Result> finished(MoveSession session) {
    return Optional.empty();
  }

  @Override
  public Result run(MoveSession session) throws IOException {
    Manifest manifest = ProvenBackup.manifest(session, folder);
    List<MovedStore> stores =
        session.settings().stores().stream()
            .filter(it -> manifest.store(it.name()).isPresent())
            .toList();
    if (stores.isEmpty()) {
      return Result.refused(
          "%s holds nothing for a store of the plan; it holds %s"
              .formatted(
                  folder,
                  String.join(
                      ", ", manifest.stores().stream().map(StoredInventory::store).toList())));
    }
    if (session.state().closed().isPresent() && isRestored(session, stores, manifest)) {
      return Result.done(
          "%s is restored since %s, and was equal to its manifest then"
              .formatted(folder, session.state().closed().get()));
    }
    Optional<Result> foreign = foreign(session, stores, manifest);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (MovedStore moved : stores) {
      comparisons.add(restore(session, moved, manifest));
    }
    ObjectNode proof = new Proving(session, name()).note("manifest", comparisons);
    Result result =
        comparisons.stream().allMatch(Comparison::isEqual)
            ? close(session, stores)
            : Result.of(
                Outcome.DIFFERS,
                "%s is restored, but differs from its manifest: %s; empty the target, then restore again"
                    .formatted(folder, Proving.names(comparisons)));
    return result.with(ProofText.lines(comparisons, "backup", "target"), proof);
  }

  private Result close(MoveSession session, List<MovedStore> stores) throws IOException {
    for (MovedStore moved : stores) {
      new Restoring(session, moved).finish();
    }
    session.note(Entries.CLOSED, Journal.content());
    return Result.done("%s is restored, and equal to its manifest".formatted(folder));
  }

  private static boolean isRestored(
      MoveSession session, List<MovedStore> stores, Manifest manifest) {
    return stores.stream()
        .allMatch(
            it -> session.state().restoredFrom(it.name()).equals(Optional.of(backup(manifest))));
  }

  private Optional<Result> foreign(MoveSession session, List<MovedStore> stores, Manifest manifest)
      throws IOException {
    for (MovedStore moved : stores) {
      Restoring restoring = new Restoring(session, moved);
      Occupancy occupancy = restoring.occupancy();
      if (occupancy.state() == State.EMPTY) {
        continue;
      }
      if (!isThere(session, moved, manifest, occupancy)
          && !restoring.goesOn(backup(manifest), occupancy)) {
        return Optional.of(
            Result.refused(
                "%s is not empty: %s; empty it, or name another target in the plan"
                    .formatted(moved.target(), String.join(", ", occupancy.found()))));
      }
    }
    return Optional.empty();
  }

  private boolean isThere(
      MoveSession session, MovedStore moved, Manifest manifest, Occupancy occupancy) {
    return occupancy.state() == State.OURS
        && session.state().restoredFrom(moved.name()).equals(Optional.of(backup(manifest)));
  }

  private Comparison restore(MoveSession session, MovedStore moved, Manifest manifest)
      throws IOException {
    Inventory contents = manifest.store(moved.name()).orElseThrow().inventory();
    Path of = folder.resolve(moved.name());
    Restoring restoring = new Restoring(session, moved);
    Occupancy occupancy = restoring.occupancy();
    if (!isThere(session, moved, manifest, occupancy)) {
      String backup = backup(manifest);
      restoring.restore(backup, of, contents, restoring.goesOn(backup, occupancy));
    }
    return new Sides(session).backedUp(moved.store(), contents, of);
  }

  /** Names the backup, whatever its folder is called. */
  private static String backup(Manifest manifest) {
    return manifest.move() + " " + manifest.finished();
  }
}
