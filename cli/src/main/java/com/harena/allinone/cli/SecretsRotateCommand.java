package com.harena.allinone.cli;

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

  private final Operation operation;

  SecretsRotateCommand(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Integer call() {
    return operation.heldAwake(
        words, ShellLine.ofAllinone(LIMIT, "instance", "rotate", "--json").locked());
  }
}
