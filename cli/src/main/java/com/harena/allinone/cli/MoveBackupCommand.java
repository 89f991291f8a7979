package com.harena.allinone.cli;

import com.harena.allinone.move.step.BackupStep;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a backup of the old side. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Writes a dated backup of the old side, and its manifest last.",
      "",
      "A run that was interrupted goes on where it stopped. Its subcommands prove a backup without"
          + " any server, and restore one."
    },
    footer = {"", "Example:", "  allinone move backup stacks/harena.move.yaml"})
final class MoveBackupCommand implements Callable<Integer> {
  @Mixin private MoveWords words;

  @Option(names = "--anew", description = "Take another although there is one.")
  private boolean anew;

  private final MoveAccess access;

  private MoveBackupCommand(MoveAccess access) {
    this.access = access;
  }

  /** The command with its subcommands. */
  static CommandLine of(MoveAccess access) {
    return new CommandLine(new MoveBackupCommand(access))
        .addSubcommand(new BackupVerifyCommand())
        .addSubcommand(new BackupRestoreCommand(access));
  }

  @Override
  public Integer call() throws IOException {
    return words.run(access, settings -> new BackupStep(anew));
  }
}
