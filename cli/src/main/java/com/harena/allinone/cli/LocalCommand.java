package com.harena.allinone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A local AWS for trying a deploy. */
@Command(
    name = "local",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Starts and ends a local AWS that the CDK command line can deploy to.",
    footer = {"", "Example:", "  allinone local up"})
final class LocalCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with its subcommands. */
  static CommandLine of(Installation installation) {
    return new CommandLine(new LocalCommand())
        .addSubcommand(new LocalUpCommand(installation))
        .addSubcommand(new LocalDownCommand(installation))
        .addSubcommand(new LocalStatusCommand(installation))
        .addSubcommand(new LocalTypesCommand(installation));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
