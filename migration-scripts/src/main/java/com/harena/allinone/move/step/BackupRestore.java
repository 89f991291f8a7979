package com.harena.allinone.move.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.backup.BackupProof;
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
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Occupancy.State;
import com.harena.allinone.move.store.Progress.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Restores a backup into the new side of a plan, empty or restored from the same backup by an
 * earlier run, and proves it equal to the manifest. It has a directory of its own.
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
    Manifest manifest =
        session.look(
            "backup",
            work -> {
              work.progress().begin("proving the backup", 0, Unit.BYTES);
              return BackupProof.prove(folder, work.progress()::advance);
            });
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
    for (MovedStore moved : stores) {
      Occupancy occupancy =
          session.look(moved.name(), work -> moved.store().sink().occupancy(work));
      boolean ours = session.state().restoringFrom(moved.name()).equals(Optional.of(backup()));
      boolean there = session.state().restoredFrom(moved.name()).equals(Optional.of(backup()));
      if (occupancy.state() == State.FOREIGN
          || (occupancy.state() == State.OURS && !ours && !there)) {
        return Result.refused(
            "%s is not empty: %s; empty it, or name another target in the plan"
                .formatted(moved.target(), String.join(", ", occupancy.found())));
      }
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (MovedStore moved : stores) {
      comparisons.add(restore(session, moved, manifest));
    }
    ObjectNode proof = new Proving(session, name()).note("manifest", comparisons);
    Result result =
        comparisons.stream().allMatch(Comparison::isEqual)
            ? Result.done("%s is restored, and equal to its manifest".formatted(folder))
            : Result.of(
                Outcome.DIFFERS,
                "%s is restored, but differs from its manifest: %s"
                    .formatted(folder, Proving.names(comparisons)));
    return result.with(ProofText.lines(comparisons, "backup", "target"), proof);
  }

  private Comparison restore(MoveSession session, MovedStore moved, Manifest manifest)
      throws IOException {
    String name = moved.name();
    StoredInventory contents = manifest.store(name).orElseThrow();
    ObjectNode entry = Journal.content().put("store", name).put("folder", backup());
    if (!session.state().restoredFrom(name).equals(Optional.of(backup()))) {
      session.note(Entries.RESTORING, entry);
      session.work(
          name,
          "migrate/" + name + "/" + backup(),
          work -> {
            moved.store().sink().restore(folder.resolve(name), contents.inventory(), work);
            return null;
          });
      session.note(Entries.RESTORED, entry.deepCopy());
    }
    return new Sides(session).backedUp(moved.store(), contents.inventory(), folder.resolve(name));
  }

  private String backup() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }
}
