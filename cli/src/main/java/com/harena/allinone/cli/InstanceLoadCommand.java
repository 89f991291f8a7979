package com.harena.allinone.cli;

import com.harena.allinone.host.backup.BackupJobs;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores a backup, in the container. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Restores a backup into empty stores and proves it by checksums; what the backup container"
          + " runs for a restore.",
      "",
      "It has everything else that it needs to know in variables of the Compose file. A run that"
          + " was cut off is taken up by the next one."
    },
    footer = {"", "Example:", "  allinone instance load 20261128_210000"})
final class InstanceLoadCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(paramLabel = "ID", description = "The backup's id.")
  private String id;

  @Override
  public Integer call() throws IOException {
    BackupJobs jobs = new BackupJobs(System::getenv, command.commandLine().getOut()::println);
    return new GuardedJob(command)
        .run((board, interruption) -> jobs.load(id, ProductVersion.number(), board, interruption));
  }
}
