package com.harena.allinone.cli;

import com.harena.allinone.move.step.BackupRestore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Restores a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Restores a backup into the target of any plan, and proves it equal to its manifest.",
      "",
      "The target must be empty. The journal of the restore is kept beside the plan."
    },
    footer = {"", "Example:", "  allinone move backup restore backups/20261125_091010 drill.yaml"})
final class BackupRestoreCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder of the backup.")
  private Path folder;

  @Mixin private MoveWords words;
  private final MoveAccess access;

  BackupRestoreCommand(MoveAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    return words.run(
        access, words.settings(access, "restore.d"), settings -> new BackupRestore(folder));
  }
}
