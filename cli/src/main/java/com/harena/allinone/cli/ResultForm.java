package com.harena.allinone.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How commands that read no blueprint print their result. */
final class ResultForm {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  /** Prints a result. */
  void print(String result) {
    command.commandLine().getOut().print(result);
  }

  /** Says on standard error how it goes. */
  void progress(String words) {
    command.commandLine().getErr().println(words);
    command.commandLine().getErr().flush();
  }
}
