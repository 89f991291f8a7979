package com.harena.allinone.cli;

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

  private final Operation operation;

  HostDrillCommand(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Integer call() {
    return operation.heldAwake(words, ShellLine.ofAllinone(LIMIT, "instance", "drill", "--json"));
  }
}
