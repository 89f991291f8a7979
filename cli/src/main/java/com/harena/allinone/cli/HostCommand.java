package com.harena.allinone.cli;

import com.harena.allinone.host.HostBoot;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator does with the instance, and its boot. */
@Command(
    name = "host",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Works on the instance of a deployment, from any machine.",
    footer = {"", "Example:", "  allinone host status stacks/harena.yaml"})
final class HostCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with its subcommands. */
  static CommandLine of(Installation installation, SecretsAccess secrets, OperatorAccess operator) {
    Operation operation = new Operation(installation, operator);
    return new CommandLine(new HostCommand())
        .addSubcommand(new HostStatusCommand(operation))
        .addSubcommand(new HostLogsCommand(operation))
        .addSubcommand(new HostAwakeCommand(operation))
        .addSubcommand(new HostSleepCommand(operation))
        .addSubcommand(
            new CommandLine(new HostReleaseCommand(operation))
                .setCaseInsensitiveEnumValuesAllowed(true))
        .addSubcommand(new HostBackupCommand(operation))
        .addSubcommand(new HostRestoreCommand(operation))
        .addSubcommand(new HostDrillCommand(operation))
        .addSubcommand(SecretsCommand.of(installation, secrets, operation));
  }

  @Command(
      name = "boot",
      mixinStandardHelpOptions = true,
      versionProvider = ProductVersion.class,
      description =
          "Boots the instance with a host bundle, or applies one to the running instance.",
      footer = {"", "Example:", "  allinone host boot --bundle /opt/allinone/bundle"})
  int boot(
      @Option(
              names = "--bundle",
              required = true,
              paramLabel = "FOLDER",
              description = "The unpacked host bundle.")
          Path bundle) {
    return HostBoot.run(bundle);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
