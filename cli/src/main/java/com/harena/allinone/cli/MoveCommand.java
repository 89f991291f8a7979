package com.harena.allinone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The data move, step by step. */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Moves the data from the old stack to the new one, and proves it.",
      "",
      "In this order: check, backup, migrate, verify, cutover, then cleanup or rollback. Each step can"
          + " be run again: it goes on where it stopped, and says when it is done already."
    },
    footer = {"", "Example:", "  allinone move status stacks/harena.move.yaml"})
final class MoveCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with its subcommands. */
  static CommandLine of(MoveAccess access) {
    return new CommandLine(new MoveCommand())
        .addSubcommand(new MoveCheckCommand(access))
        .addSubcommand(MoveBackupCommand.of(access))
        .addSubcommand(new MoveMigrateCommand(access))
        .addSubcommand(new MoveVerifyCommand(access))
        .addSubcommand(new MoveCutoverCommand(access))
        .addSubcommand(new MoveRollbackCommand(access))
        .addSubcommand(new MoveCleanupCommand(access))
        .addSubcommand(new MoveStatusCommand(access))
        .addSubcommand(new MoveReportCommand(access));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
