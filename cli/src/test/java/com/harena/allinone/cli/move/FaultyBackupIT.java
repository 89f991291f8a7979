package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is not what was written restores nothing, and says which file is to blame. */
@ExtendWith(StacksExtension.class)
class FaultyBackupIT {
  @TempDir private Path folder;

  private MoveFolder move;
  private Path backup;

  /** Does something to the bytes of a file; null for none. */
  @FunctionalInterface
  private interface Damage {
    byte[] of(byte[] before);
  }

  @Test
  void everyDamageIsNamedByEveryCommandThatReadsTheBackup(Stacks stacks) throws IOException {
    stacks.reset();
    move = new MoveFolder(stacks.plan(), folder).upTo("backup");
    backup = move.backups().get(0);
    Path dump = first("postgres/dump", ".dat.gz");
    Path manifest = backup.resolve("manifest.json");

    assertRefused(dump, FaultyBackupIT::flipped, "another content", true);
    assertRefused(dump, FaultyBackupIT::cutShort, "bytes instead of", true);
    assertRefused(first("elasticsearch", ".gz"), bytes -> null, "is missing", true);
    assertRefused(first("redis", ""), FaultyBackupIT::flipped, "another content", false);
    assertRefused(manifest, bytes -> null, "", true);
    assertRefused(manifest, FaultyBackupIT::flipped, "", false);
    assertRefused(manifest, FaultyBackupIT::cutShort, "", false);

    for (TestStore store : stacks.stores()) {
      assertThat(store.content(Side.TARGET)).as(store.name()).isEmpty();
    }
    assertRestoresWhenMended(stacks);
  }

  /**
   * Refused by each command that reads the backup, which names the file.
   *
   * @param online whether those are asked too that speak to servers
   */
  private void assertRefused(Path file, Damage damage, String problem, boolean online)
      throws IOException {
    byte[] before = Files.readAllBytes(file);
    byte[] after = damage.of(before);
    if (after == null) {
      Files.delete(file);
    } else {
      Files.write(file, after);
    }
    String[] named = {backup.relativize(file).toString(), problem, backup.toString()};
    assertThat(verify().with(ExitCode.BACKUP_INVALID).complaint()).contains(named);
    if (online) {
      assertThat(move.run("migrate").with(ExitCode.BACKUP_INVALID).complaint()).contains(named);
      assertThat(restore().with(ExitCode.BACKUP_INVALID).complaint()).contains(named);
    }
    Files.write(file, before);
  }

  private void assertRestoresWhenMended(Stacks stacks) {
    verify().with(ExitCode.OK);
    assertThat(restore().with(ExitCode.OK).out())
        .contains("is restored, and equal to its manifest");
    stacks.assertSidesAreEqual();
    assertThat(move.run("migrate").with(ExitCode.MOVE_REFUSED).complaint())
        .contains("did not put there");
  }

  private AllinoneProcess.Ended verify() {
    return move.words("", "move", "backup", "verify", backup.toString());
  }

  private AllinoneProcess.Ended restore() {
    return move.run("backup restore", backup.toString());
  }

  private static byte[] flipped(byte[] before) {
    byte[] after = before.clone();
    after[after.length / 2] ^= 1;
    return after;
  }

  private static byte[] cutShort(byte[] before) {
    return Arrays.copyOf(before, before.length / 2);
  }

  private Path first(String below, String end) throws IOException {
    try (Stream<Path> files = Files.walk(backup.resolve(below))) {
      return files
          .filter(it -> Files.isRegularFile(it) && it.toString().endsWith(end))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }
}
