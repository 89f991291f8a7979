package com.harena.allinone.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the completion script. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Prints a completion script for bash and zsh, to be sourced.",
    footer = {"", "Example:", "  allinone completion"})
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().println(AutoComplete.bash("allinone", spec.root().commandLine()));
  }
}
