package com.harena.allinone.cli;

import com.harena.allinone.host.backup.BackupUnit;
import com.harena.allinone.host.remote.ShellLine;
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
  @Mixin private BlueprintCommand words;

  private final Operation operation;

  HostBackupCommand(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Integer call() {
    return operation.heldAwake(
        words, ShellLine.ofAllinone(BackupUnit.LIMIT, "instance", "backup", "--json"));
  }
}
