package com.harena.allinone.cli;

import com.harena.allinone.host.remote.ShellLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a wiped instance back to a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Brings an instance back to a backup, and proves it by checksums.",
      "",
      "The stores must be empty, or --replace moves what they hold to /data/replaced on the data"
          + " volume, where it stays until you delete it.",
      "",
      "The instance is held awake while it runs, and what it says there is passed on."
    },
    footer = {"", "Example:", "  allinone host restore 20261128_210000 stacks/harena.yaml"})
final class HostRestoreCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofHours(4);

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "The backup's id, such as 20261128_210000; the last one when none is named.")
  private String id;

  @Option(
      names = "--replace",
      description = "Move what the stores hold aside first; nothing is deleted.")
  private boolean replace;

  @Mixin private BlueprintCommand words;

  private final Operation operation;

  HostRestoreCommand(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Integer call() {
    List<String> line = new ArrayList<>(List.of("instance", "restore"));
    words.unlessFile(id).ifPresent(line::add);
    if (replace) {
      line.add("--replace");
    }
    line.add("--json");
    // It stops the backend and starts it again: nobody else does so meanwhile.
    return operation.heldAwake(
        words, ShellLine.ofAllinone(LIMIT, line.toArray(String[]::new)).locked());
  }
}
