package com.harena.allinone.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that call the CDK command line share: their words. */
final class CdkCommand {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--blueprint",
      paramLabel = "FILE",
      description = "The blueprint; stacks/harena.yaml of the checkout when none is named.")
  private Path blueprint;

  /** The blueprint that is meant. */
  Path file(Installation installation) {
    return blueprint == null ? installation.defaultBlueprint() : blueprint;
  }

  /**
   * The words for the CDK command line: the command, what names the blueprint, the rest as given.
   */
  List<String> words(Installation installation, List<String> others) {
    List<String> all = new ArrayList<>(List.of(command.name()));
    if (blueprint != null) {
      all.add("--context");
      all.add("blueprint=" + installation.resolve(blueprint).normalize());
    }
    all.addAll(others);
    return all;
  }

  /** Says on standard error what is being done. */
  void progress(String message) {
    command.commandLine().getErr().println("allinone: " + message);
  }

  CommandSpec command() {
    return command;
  }
}
