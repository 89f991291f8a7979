package com.harena.allinone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cli.output.RemoteResult;
import com.harena.allinone.host.remote.OperatorCloud;
import com.harena.allinone.host.remote.RemoteWork;
import com.harena.allinone.host.remote.ShellLine;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Restores the last backup for a trial. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Restores the last backup for a trial, proves it and removes it; what serves is not touched.",
      "",
      "The instance is held awake while it runs, and what it says there is passed on."
    },
    footer = {"", "Example:", "  allinone host drill stacks/harena.yaml"})
final class HostDrillCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofHours(4);

  @Mixin private BlueprintCommand words;

  private final Installation installation;
  private final OperatorAccess access;

  HostDrillCommand(Installation installation, OperatorAccess access) {
    this.installation = installation;
    this.access = access;
  }

  @Override
  public Integer call() {
    Blueprint blueprint = BlueprintLoader.load(words.file(installation));
    ShellLine line = ShellLine.ofAllinone(LIMIT, "instance", "drill", "--json");
    try (OperatorCloud cloud = access.clouds().open(blueprint.region().value())) {
      JsonNode result =
          new RemoteWork(blueprint, cloud, access.timing(), words::progress).runHeldAwake(line);
      words.print(words.json() ? Json.text(result) : RemoteResult.text(result));
    }
    return ExitCode.OK.code();
  }
}
