package com.harena.allinone.host.backup;

import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.engine.Mover;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.progress.ProgressBoard;
import com.harena.allinone.move.step.BackupStep;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.wiring.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes one backup of every store with the data move's own step, proves it from its files alone,
 * gives it its name, and throws the old ones away. What it has of a backup that failed is removed,
 * and never had the name of a backup.
 */
public final class Dump {
  private static final String WORK = "backup";
  private static final String PLACE = "taking";

  private final ServerSettings servers;
  private final BackupShelf shelf;
  private final DumpSettings settings;
  private final Clock clock;
  private final Journal journal;

  /** Takes backups of the servers onto the shelf. */
  public Dump(
      ServerSettings servers,
      BackupShelf shelf,
      DumpSettings settings,
      Clock clock,
      Journal journal) {
    this.servers = servers;
    this.shelf = shelf;
    this.settings = settings;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Takes one.
   *
   * @return its id
   * @throws BackupFailed if it could not be taken
   * @throws com.harena.allinone.move.store.MoveInterrupted if it was asked to end
   */
  public String take(ProgressBoard board, Interruption interruption) throws IOException {
    AtomicReference<String> id = new AtomicReference<>();
    BackupLock.under(shelf.folder(), () -> id.set(locked(board, interruption)));
    return id.get();
  }

  private String locked(ProgressBoard board, Interruption interruption) throws IOException {
    Path place = shelf.workplace(PLACE);
    DiskRoom.need(WORK, shelf.folder(), expectedBytes(), settings.reserveBytes());
    try {
      return finished(taken(place, board, interruption));
    } catch (StoreFailure e) {
      throw DiskRoom.full(WORK, shelf.folder(), e)
          .orElseGet(() -> new BackupFailed(BackupFault.STORE_FAILED, e.getMessage(), e));
    } catch (IOException | RuntimeException e) {
      Optional<BackupFailed> full = DiskRoom.full(WORK, shelf.folder(), e);
      if (full.isPresent()) {
        throw full.get();
      }
      throw e;
    } finally {
      BackupShelf.remove(place);
    }
  }

  /** A quarter more than the last one; nothing is known before the first. */
  private long expectedBytes() throws IOException {
    Optional<String> last = shelf.last();
    return last.isPresent() ? shelf.bytes(last.get()) / 4 * 5 : 0;
  }

  private Path taken(Path place, ProgressBoard board, Interruption interruption)
      throws IOException {
    Result result =
        new Mover(servers.in(place, settings.tool()), board, interruption, clock)
            .run(new BackupStep(true));
    if (result.outcome() != Outcome.DONE) {
      throw new BackupFailed(BackupFault.STORE_FAILED, result.message());
    }
    try (var made = Files.list(place.resolve("backups"))) {
      return made.findFirst().orElseThrow();
    }
  }

  private String finished(Path made) throws IOException {
    Manifest manifest = BackupProof.prove(made, bytes -> {});
    String id = shelf.put(made);
    journal.say(
        "backup %s: %s in %s of %s, proven"
            .formatted(
                id,
                Amounts.count(manifest.stores().size(), "store"),
                Amounts.count(manifest.files().size(), "file"),
                Amounts.bytes((double) manifest.bytes())));
    List<String> pruned = shelf.prune(settings.keepDays(), clock.instant());
    if (!pruned.isEmpty()) {
      journal.say(
          "older than %s, removed: %s"
              .formatted(Amounts.count(settings.keepDays(), "day"), String.join(", ", pruned)));
    }
    return id;
  }
}
