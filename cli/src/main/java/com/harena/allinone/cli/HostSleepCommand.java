package com.harena.allinone.cli;

import com.harena.allinone.cli.output.HoldReport;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts the instance to sleep within its hours. */
@Command(
    name = "sleep",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Stops the instance, and keeps it asleep until a time.",
      "",
      "Moves the first moment of every schedule that starts it, and of those that make its absence"
          + " an alarm, so nobody is paged; nothing else of them changes, and the hold ends by"
          + " itself. Ends a hold of 'host awake'."
    },
    footer = {"", "Example:", "  allinone host sleep --until 18:00 stacks/harena.yaml"})
final class HostSleepCommand implements Callable<Integer> {
  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = {
        "Until when, in the time zone of the opening hours: 18:00 today, or 2026-11-30T12:00.",
        "Without it until the next opening."
      })
  private String until;

  @Mixin private BlueprintCommand words;

  private final Operation operation;

  HostSleepCommand(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Integer call() {
    return operation.report(
        words,
        Optional.ofNullable(until),
        (blueprint, cloud) ->
            HoldReport.asleep(
                blueprint,
                operation.waking(words, blueprint, cloud).sleep(Optional.ofNullable(until))));
  }
}
