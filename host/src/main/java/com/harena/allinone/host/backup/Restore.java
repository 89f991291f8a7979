package com.harena.allinone.host.backup;

import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.container.ComposeServices;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.store.BackupDamaged;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Brings a wiped machine back to a backup: finds it on the data volume or fetches the bucket's
 * copy, stops the backend, has the backup container restore and prove it, and starts everything.
 */
final class Restore {
  private static final Duration LIMIT = Duration.ofHours(6);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(3);

  /** A dump takes at most about so many times its bytes as a database. */
  private static final int GROWTH = 6;

  /** Failures before which nothing was written to a store. */
  private static final Set<BackupFault> UNTOUCHED =
      EnumSet.of(
          BackupFault.NOT_EMPTY, BackupFault.DAMAGED, BackupFault.BUSY, BackupFault.MEMORY_SHORT);

  private final BackupShelf shelf;
  private final Supplier<BackupBucket> bucket;
  private final Commands commands;
  private final Journal journal;

  /** Restores backups of shelf and bucket. */
  Restore(BackupShelf shelf, Supplier<BackupBucket> bucket, Commands commands, Journal journal) {
    this.shelf = shelf;
    this.bucket = bucket;
    this.commands = commands;
    this.journal = journal;
  }

  /**
   * Restores the backup of this id, or the last one there is, into empty stores.
   *
   * @return its id
   * @throws BackupFailed if there is none, or it could not be restored
   */
  String restore(Optional<String> wanted) throws IOException {
    String id = find(wanted);
    journal.say("restore: backup " + id);
    stop("backend");
    try {
      load(id);
    } catch (BackupFailed e) {
      if (UNTOUCHED.contains(e.fault())) {
        services().startAll();
        throw e.fault() == BackupFault.NOT_EMPTY ? hinted(e) : e;
      }
      throw halfDone(e, "");
    }
    return restored(id);
  }

  /**
   * The same, whatever the stores hold: that is moved aside, once the backup is proven and has
   * room, and stays there.
   *
   * @throws BackupFailed if there is no such backup, or it could not be restored
   */
  String restore(Optional<String> wanted, Aside aside, Instant now) throws IOException {
    String id = find(wanted);
    prove(id);
    DiskRoom.need("restore", shelf.folder(), shelf.bytes(id) * GROWTH, DiskRoom.RESERVE_BYTES);
    journal.say("restore: backup " + id);
    stop("backend", "postgres", "redis", "elasticsearch");
    String place = aside.move(now).toString();
    journal.say("restore: what the stores held lies in %s, until you delete it".formatted(place));
    services().startStores();
    aside.complete();
    try {
      load(id);
    } catch (BackupFailed e) {
      throw halfDone(e, "; what the stores held lies in " + place);
    }
    return restored(id);
  }

  private void prove(String id) throws IOException {
    try {
      BackupProof.prove(shelf.path(id), bytes -> {});
    } catch (BackupDamaged e) {
      throw new BackupFailed(BackupFault.DAMAGED, e.getMessage(), e);
    }
  }

  private String restored(String id) {
    services().startAll();
    journal.say(
        "restore: backup %s is restored and proven, the services are healthy".formatted(id));
    return id;
  }

  private static BackupFailed hinted(BackupFailed failure) {
    return new BackupFailed(
        failure.fault(),
        failure.getMessage() + "; with --replace, what they hold is moved aside first",
        failure);
  }

  private static BackupFailed halfDone(BackupFailed failure, String where) {
    return new BackupFailed(
        failure.fault(),
        "%s%s; the backend stays stopped: mend that, then restore again"
            .formatted(failure.getMessage(), where),
        failure);
  }

  private String find(Optional<String> wanted) throws IOException {
    List<String> here = shelf.ids();
    String id = wanted.isPresent() ? wanted.get() : last(here);
    if (!here.contains(id)) {
      List<String> copies = bucket.get().ids();
      if (!copies.contains(id)) {
        throw unknown(id, here, copies);
      }
      journal.say("restore: fetches backup %s from the bucket".formatted(id));
      bucket.get().fetch(id, shelf);
    }
    return id;
  }

  private String last(List<String> here) {
    return (here.isEmpty() ? bucket.get().ids() : here)
        .stream()
            .reduce((earlier, later) -> later)
            .orElseThrow(
                () ->
                    new BackupFailed(
                        BackupFault.UNKNOWN_BACKUP,
                        "there is no backup, neither in %s nor in the bucket"
                            .formatted(shelf.folder())));
  }

  private BackupFailed unknown(String id, List<String> here, List<String> copies) {
    List<String> lines = new ArrayList<>();
    lines.add("there is no backup '%s'".formatted(id));
    lines.add("on the data volume: " + (here.isEmpty() ? "none" : String.join(", ", here)));
    lines.add("in the bucket: " + (copies.isEmpty() ? "none" : String.join(", ", copies)));
    return new BackupFailed(BackupFault.UNKNOWN_BACKUP, String.join("; ", lines));
  }

  private void load(String id) {
    CommandResult result =
        commands.attempt(
            Command.of(
                    ComposeCommand.of(
                        "--profile",
                        "backup",
                        "run",
                        "--rm",
                        "--no-deps",
                        "backup",
                        "instance",
                        "load",
                        id))
                .within(LIMIT));
    result.output().lines().forEach(journal::say);
    if (!result.succeeded()) {
      throw new ContainerEnd(result).failure("restore of " + id);
    }
  }

  private ComposeServices services() {
    return new ComposeServices(commands, Timing.system(), journal);
  }

  private void stop(String... services) {
    List<String> words = new ArrayList<>(List.of("stop"));
    words.addAll(List.of(services));
    commands.run(Command.of(ComposeCommand.of(words.toArray(String[]::new))).within(STOP_LIMIT));
  }
}
