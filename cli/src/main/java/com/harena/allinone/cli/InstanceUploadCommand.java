package com.harena.allinone.cli;

import com.harena.allinone.host.ThisMachine;
import com.harena.allinone.host.backup.BackupJobs;
import com.harena.allinone.host.backup.JobState;
import com.harena.allinone.host.metrics.Beat;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends a run of the backup's unit. */
@Command(
    name = "upload",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Copies the backup that was just taken to the bucket, and keeps in file and metric what came"
          + " of it.",
      "",
      "systemd runs it after the backup, well or not, and tells it in SERVICE_RESULT and"
          + " EXIT_STATUS how that ended."
    },
    footer = {"", "Example:", "  allinone instance upload"})
final class InstanceUploadCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    ThisMachine.require();
    PrintWriter out = command.commandLine().getOut();
    BackupJobs jobs = new BackupJobs(System::getenv, out::println);
    JobState state = Beat.ofThisMachine(out::println).during(jobs::end);
    return state.fault().map(InstanceFaults::exitCode).orElse(ExitCode.OK).code();
  }
}
