package com.harena.allinone.cli;

import com.harena.allinone.template.CheckedBlueprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that read one blueprint and print one result share: their words. */
final class BlueprintCommand {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private BlueprintFile blueprint;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  /** The file that is meant. */
  Path file(Installation installation) {
    return blueprint.file(installation);
  }

  /** The blueprint that is meant. */
  CheckedBlueprint read(Installation installation) throws IOException {
    return CheckedBlueprint.read(file(installation));
  }

  /** The word that may come before the blueprint. */
  Optional<String> unlessFile(String word) {
    return blueprint.unlessFile(word);
  }

  /** The command itself, for a fault of its words. */
  CommandLine command() {
    return command.commandLine();
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

  /** Says on standard error how it goes. */
  void progress(String words) {
    command.commandLine().getErr().println(words);
    command.commandLine().getErr().flush();
  }
}
