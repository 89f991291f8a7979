package com.harena.allinone.cli;

import com.harena.allinone.cli.output.HoldReport;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps the instance awake beyond its hours. */
@Command(
    name = "awake",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Keeps the instance awake until a time, and starts it if it is off.",
      "",
      "Moves the first moment of every schedule that stops it; nothing else of them changes, and"
          + " the hold ends by itself. A hold that was cut is completed by the same command."
    },
    footer = {"", "Example:", "  allinone host awake --until 23:30 stacks/harena.yaml"})
final class HostAwakeCommand implements Callable<Integer> {
  @Option(
      names = "--until",
      required = true,
      paramLabel = "TIME",
      description =
          "Until when, in the time zone of the opening hours: 23:30 today, or 2026-11-29T01:00.")
  private String until;

  @Mixin private BlueprintCommand words;

  private final Operation operation;

  HostAwakeCommand(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Integer call() {
    return operation.report(
        words,
        Optional.of(until),
        (blueprint, cloud) ->
            HoldReport.awake(blueprint, operation.waking(words, blueprint, cloud).awake(until)));
  }
}
