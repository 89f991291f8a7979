package com.harena.allinone.cli;

import com.harena.allinone.host.backup.BackupJobs;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes a backup, in the container. */
@Command(
    name = "dump",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Takes and proves one backup of every store; what the backup container runs.",
      "",
      "It has everything that it needs to know in variables of the Compose file."
    },
    footer = {"", "Example:", "  allinone instance dump"})
final class InstanceDumpCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() throws IOException {
    BackupJobs jobs = new BackupJobs(System::getenv, command.commandLine().getOut()::println);
    return new GuardedJob(command)
        .run((board, interruption) -> jobs.dump(ProductVersion.number(), board, interruption));
  }
}
