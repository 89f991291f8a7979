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

/** Takes a backup now. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Takes a backup of every store now, as the timer does: proven, kept, copied to the bucket.",
      "",
      "The instance is held awake while it runs, and what it says there is passed on."
    },
    footer = {"", "Example:", "  allinone host backup stacks/harena.yaml"})
final class HostBackupCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofHours(2);

  @Mixin private BlueprintCommand words;

  private final Installation installation;
  private final OperatorAccess access;

  HostBackupCommand(Installation installation, OperatorAccess access) {
    this.installation = installation;
    this.access = access;
  }

  @Override
  public Integer call() {
    Blueprint blueprint = BlueprintLoader.load(words.file(installation));
    ShellLine line = ShellLine.ofAllinone(LIMIT, "instance", "backup", "--json");
    try (OperatorCloud cloud = access.clouds().open(blueprint.region().value())) {
      JsonNode result =
          new RemoteWork(blueprint, cloud, access.timing(), words::progress).runHeldAwake(line);
      words.print(words.json() ? Json.text(result) : RemoteResult.text(result));
    }
    return ExitCode.OK.code();
  }
}
