package com.harena.allinone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a word after it. */
@Command(
    name = "allinone",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Runs a small web application on one EC2 instance instead of managed parts.",
    footer = {"", "Example:", "  allinone check stacks/harena.yaml"})
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine commandLine = spec.commandLine();
    throw new ParameterException(commandLine, "no command given");
  }
}
