package com.harena.allinone.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.cloud.MemoryBackups;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.move.backup.BackupFolder;
import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.backup.ManifestFile;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestoreTest {
  private static final String ID = "20261128_210000";

  @TempDir private Path folder;
  private final MemoryBackups bucket = new MemoryBackups();
  private final List<String> run = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private CommandResult loaded = new CommandResult(0, "proven\n", "");
  private BackupShelf shelf;

  @BeforeEach
  void standBeforeTheShelf() {
    shelf = new BackupShelf(folder.resolve("backups"));
  }

  @Test
  void stopsTheBackendRestoresTheLastOneAndStartsEverything() throws IOException {
    backup("20261127_210000");
    backup(ID);

    assertThat(restore(Optional.empty())).isEqualTo(ID);
    assertThat(run).hasSize(3);
    assertThat(run.get(0)).endsWith("compose.yaml stop backend");
    assertThat(run.get(1))
        .endsWith("--profile backup run --rm --no-deps backup instance load " + ID);
    assertThat(run.get(2)).contains(" up --detach --wait ");
    assertThat(said).contains("proven");
  }

  @Test
  void fetchesWhatTheVolumeLacksAndProvesItBeforeAnythingIsStopped() throws IOException {
    backup(ID);
    new BackupBucket(bucket).upload(shelf, ID);
    BackupShelf.remove(shelf.folder());
    Files.createDirectories(shelf.folder());

    assertThat(restore(Optional.empty())).isEqualTo(ID);
    assertThat(BackupProof.prove(shelf.path(ID), bytes -> {}).environment()).isEqualTo("test");
    assertThat(shelf.folder().resolve(".fetching")).doesNotExist();
  }

  @Test
  void refusesACopyThatIsNotWhatWasWrittenAndStopsNothing() throws IOException {
    backup(ID);
    new BackupBucket(bucket).upload(shelf, ID);
    BackupShelf.remove(shelf.folder());
    Files.createDirectories(shelf.folder());
    bucket.objects.put("backups/" + ID + "/postgres/dump", new byte[9]);

    assertThatThrownBy(() -> restore(Optional.of(ID)))
        .isInstanceOfSatisfying(
            BackupFailed.class,
            failure -> assertThat(failure.fault()).isEqualTo(BackupFault.DAMAGED))
        .hasMessageContaining("postgres/dump");
    assertThat(run).isEmpty();
    assertThat(shelf.ids()).isEmpty();
  }

  @Test
  void refusesAnUnknownIdAndListsThoseThatExist() throws IOException {
    backup("20261127_210000");
    bucket.objects.put("backups/20261126_210000/manifest.json", new byte[0]);
    bucket.objects.put("backups/20261125_210000/half", new byte[0]);

    assertThatThrownBy(() -> restore(Optional.of("20260101_000000")))
        .isInstanceOfSatisfying(
            BackupFailed.class,
            failure -> assertThat(failure.fault()).isEqualTo(BackupFault.UNKNOWN_BACKUP))
        .hasMessage(
            "there is no backup '20260101_000000'; on the data volume: 20261127_210000; in the bucket: 20261126_210000");
    assertThat(run).isEmpty();
  }

  @Test
  void saysThatThereIsNone() {
    assertThatThrownBy(() -> restore(Optional.empty()))
        .hasMessage(
            "there is no backup, neither in %s nor in the bucket".formatted(shelf.folder()));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_EMPTY", "DAMAGED", "BUSY", "MEMORY_SHORT"})
  void startsTheBackendAgainWhenNothingWasTouched(BackupFault fault) throws IOException {
    backup(ID);
    loaded = new CommandResult(fault.exitCode(), "", "progress\nallinone: PostgreSQL is busy\n");

    assertThatThrownBy(() -> restore(Optional.of(ID)))
        .isInstanceOfSatisfying(
            BackupFailed.class, failure -> assertThat(failure.fault()).isEqualTo(fault))
        .hasMessage(
            "PostgreSQL is busy"
                + (fault == BackupFault.NOT_EMPTY
                    ? "; with --replace, what they hold is moved aside first"
                    : ""));
    assertThat(run).hasSize(3);
  }

  @Test
  void movesWhatTheStoresHoldAsideOnceTheBackupIsProven() throws IOException {
    backup(ID);
    hold("postgres", "redis", "elasticsearch");

    assertThat(replace()).isEqualTo(ID);
    String place = "/data/replaced/20261129_080910";
    assertThat(run.get(0)).endsWith("compose.yaml stop backend postgres redis elasticsearch");
    assertThat(run)
        .containsSubsequence(
            "mkdir --parents --mode=0700 " + place,
            "mv --no-clobber /data/postgres " + place + "/",
            "mv --no-clobber /data/redis " + place + "/",
            "mv --no-clobber /data/elasticsearch " + place + "/");
    assertThat(run.get(run.size() - 3)).endsWith(" postgres redis elasticsearch").contains(" up ");
    assertThat(run.get(run.size() - 2)).endsWith("instance load " + ID);
    assertThat(run.get(run.size() - 1)).endsWith("--remove-orphans");
    assertThat(said)
        .contains("restore: what the stores held lies in %s, until you delete it".formatted(place));
    assertThat(folder.resolve("data/postgres.initialising")).doesNotExist();
  }

  @Test
  void stopsAndMovesNothingForADamagedBackup() throws IOException {
    backup(ID);
    hold("postgres");
    Files.writeString(shelf.path(ID).resolve("postgres/dump"), "other rows");

    assertThatThrownBy(this::replace)
        .isInstanceOfSatisfying(
            BackupFailed.class,
            failure -> assertThat(failure.fault()).isEqualTo(BackupFault.DAMAGED))
        .hasMessageContaining("postgres/dump");
    assertThat(run).isEmpty();
  }

  @Test
  void saysWhereTheOldDataLiesWhenTheRestoreFails() throws IOException {
    backup(ID);
    hold("postgres");
    loaded = new CommandResult(BackupFault.MEMORY_SHORT.exitCode(), "", "allinone: no memory\n");

    assertThatThrownBy(this::replace)
        .hasMessage(
            "no memory; what the stores held lies in /data/replaced/20261129_080910; the backend stays stopped: mend that, then restore again");
    assertThat(run.get(run.size() - 1)).endsWith("instance load " + ID);
  }

  @Test
  void leavesTheBackendStoppedBeforeHalfRestoredStores() throws IOException {
    backup(ID);
    loaded = new CommandResult(137, "", "");

    assertThatThrownBy(() -> restore(Optional.of(ID)))
        .isInstanceOfSatisfying(
            BackupFailed.class, failure -> assertThat(failure.fault()).isEqualTo(BackupFault.ENDED))
        .hasMessageStartingWith("restore of 20261128_210000 ended with exit code 137: ")
        .hasMessageEndingWith("; the backend stays stopped: mend that, then restore again");
    assertThat(run).hasSize(2);
  }

  private String restore(Optional<String> id) throws IOException {
    return new Restore(shelf, () -> new BackupBucket(bucket), machine(), said::add).restore(id);
  }

  private String replace() throws IOException {
    return new Restore(shelf, () -> new BackupBucket(bucket), machine(), said::add)
        .restore(
            Optional.empty(),
            new Aside(machine(), new DiskFiles(folder), said::add),
            Instant.parse("2026-11-29T08:09:10Z"));
  }

  private Commands machine() {
    return command -> {
      run.add(command.line());
      return command.line().contains("instance load") ? loaded : new CommandResult(0, "", "");
    };
  }

  /** Gives stores their folders, empty as after the move. */
  private void hold(String... stores) throws IOException {
    for (String store : stores) {
      Files.createDirectories(folder.resolve("data").resolve(store));
    }
  }

  /** A backup with a manifest that proves it. */
  private void backup(String id) throws IOException {
    Folders.half(shelf, id);
    Instant now = Instant.parse("2026-11-28T21:00:00Z");
    ManifestFile.write(
        new Manifest(
            "1",
            "move",
            "test",
            Side.SOURCE,
            now,
            now,
            List.of(),
            BackupFolder.at(shelf.path(id)).seal(bytes -> {})),
        shelf.path(id));
  }
}
