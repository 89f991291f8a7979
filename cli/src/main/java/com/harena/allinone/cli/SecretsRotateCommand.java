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

/** Changes the password of the database. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Gives PostgreSQL another password, made at random on the instance.",
      "",
      "Nobody sees it: it goes to Parameter Store and to the database, and the backend is restarted"
          + " with it, which is the only gap."
    },
    footer = {"", "Example:", "  allinone host secrets rotate stacks/harena.yaml"})
final class SecretsRotateCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(40);

  @Mixin private BlueprintCommand words;

  private final Installation installation;
  private final OperatorAccess access;

  SecretsRotateCommand(Installation installation, OperatorAccess access) {
    this.installation = installation;
    this.access = access;
  }

  @Override
  public Integer call() {
    Blueprint blueprint = BlueprintLoader.load(words.file(installation));
    ShellLine line = ShellLine.ofAllinone(LIMIT, "instance", "rotate", "--json").locked();
    try (OperatorCloud cloud = access.clouds().open(blueprint.region().value())) {
      JsonNode result =
          new RemoteWork(blueprint, cloud, access.timing(), words::progress).runHeldAwake(line);
      words.print(words.json() ? Json.text(result) : RemoteResult.text(result));
    }
    return ExitCode.OK.code();
  }
}
