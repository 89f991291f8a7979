package com.harena.allinone.cli;

import com.harena.allinone.host.backup.BackupJobs;
import com.harena.allinone.host.backup.StoreName;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores one store for a trial, in the container. */
@Command(
    name = "trial",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Restores one store of a backup for a trial and proves it; what the backup container runs for"
          + " a drill.",
      "",
      "PostgreSQL and Redis go into the server that the variables name, Elasticsearch into drill-*"
          + " indices, which are removed again."
    },
    footer = {"", "Example:", "  allinone instance trial postgres 20261128_210000"})
final class InstanceTrialCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(index = "0", paramLabel = "STORE", description = "One of ${COMPLETION-CANDIDATES}.")
  private StoreName store;

  @Parameters(index = "1", paramLabel = "ID", description = "The backup's id.")
  private String id;

  @Override
  public Integer call() throws IOException {
    BackupJobs jobs = new BackupJobs(System::getenv, command.commandLine().getOut()::println);
    return new GuardedJob(command)
        .run(
            (board, interruption) ->
                jobs.trial(store, id, ProductVersion.number(), board, interruption));
  }
}
