package com.harena.allinone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What units and operators' commands run on the instance itself. */
@Command(
    name = "instance",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "What runs on the instance itself, called by its units and by 'allinone host'.",
    footer = {"", "Example:", "  allinone instance status --json"})
final class InstanceCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with its subcommands. */
  static CommandLine all() {
    return new CommandLine(new InstanceCommand())
        .addSubcommand(new InstanceStatusCommand())
        .addSubcommand(new InstanceRotateCommand())
        .addSubcommand(
            new CommandLine(new InstanceReleaseCommand()).setCaseInsensitiveEnumValuesAllowed(true))
        .addSubcommand(new InstanceMetricsCommand())
        .addSubcommand(new InstanceInterruptedCommand())
        .addSubcommand(new InstanceBackupCommand())
        .addSubcommand(new InstanceDumpCommand())
        .addSubcommand(new InstanceUploadCommand())
        .addSubcommand(new InstanceRestoreCommand())
        .addSubcommand(new InstanceLoadCommand())
        .addSubcommand(new InstanceDrillCommand())
        .addSubcommand(
            new CommandLine(new InstanceTrialCommand()).setCaseInsensitiveEnumValuesAllowed(true));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
