package com.harena.allinone.cli;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.cli.output.HoldReport;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.host.remote.OperatorCloud;
import com.harena.allinone.host.remote.Waking;
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

  private final Installation installation;
  private final OperatorAccess access;

  HostSleepCommand(Installation installation, OperatorAccess access) {
    this.installation = installation;
    this.access = access;
  }

  @Override
  public Integer call() {
    Blueprint blueprint = BlueprintLoader.load(words.file(installation));
    try (OperatorCloud cloud = access.clouds().open(blueprint.region().value())) {
      HoldReport report =
          HoldReport.asleep(
              blueprint,
              new Waking(blueprint, cloud, access.timing(), words::progress)
                  .sleep(Optional.ofNullable(until)));
      words.print(words.json() ? Json.text(report.json()) : report.text());
    }
    return ExitCode.OK.code();
  }
}
