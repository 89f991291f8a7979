package com.harena.allinone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator does with secrets. */
@Command(
    name = "secrets",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Sets, lists and rotates the secrets that the services need.",
    footer = {"", "Example:", "  allinone host secrets list stacks/harena.yaml"})
final class SecretsCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with its subcommands. */
  static CommandLine of(Installation installation, SecretsAccess access, Operation operation) {
    return new CommandLine(new SecretsCommand())
        .addSubcommand(new SecretsSetCommand(installation, access))
        .addSubcommand(new SecretsRotateCommand(operation))
        .addSubcommand(new SecretsListCommand(installation, access));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
