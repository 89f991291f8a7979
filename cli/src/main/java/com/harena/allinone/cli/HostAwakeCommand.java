package com.harena.allinone.cli;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.cli.output.HoldReport;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.host.remote.OperatorCloud;
import com.harena.allinone.host.remote.Waking;
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

  private final Installation installation;
  private final OperatorAccess access;

  HostAwakeCommand(Installation installation, OperatorAccess access) {
    this.installation = installation;
    this.access = access;
  }

  @Override
  public Integer call() {
    Blueprint blueprint = BlueprintLoader.load(words.file(installation));
    try (OperatorCloud cloud = access.clouds().open(blueprint.region().value())) {
      HoldReport report =
          HoldReport.awake(
              blueprint,
              new Waking(blueprint, cloud, access.timing(), words::progress).awake(until));
      words.print(words.json() ? Json.text(report.json()) : report.text());
    }
    return ExitCode.OK.code();
  }
}
