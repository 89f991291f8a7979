package com.harena.allinone.cli;

import com.harena.allinone.template.CheckedBlueprint;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands that read one blueprint and print one result share: their words. */
final class BlueprintCommand {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      paramLabel = "BLUEPRINT",
      arity = "0..1",
      description = "The blueprint; stacks/harena.yaml of the checkout when none is named.")
  private Path blueprint;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  /** The file that is meant. */
  Path file(Installation installation) {
    return blueprint == null ? installation.defaultBlueprint() : blueprint;
  }

  /** The blueprint that is meant. */
  CheckedBlueprint read(Installation installation) throws IOException {
    return CheckedBlueprint.read(file(installation));
  }

  boolean json() {
    return json;
  }

  Ansi ansi() {
    return command.commandLine().getColorScheme().ansi();
  }

  /** Prints a result. */
  void print(String result) {
    command.commandLine().getOut().print(result);
  }
}
