package com.harena.allinone.cli;

import com.harena.allinone.cli.output.Json;
import com.harena.allinone.host.ThisMachine;
import com.harena.allinone.host.backup.BackupJobs;
import com.harena.allinone.host.backup.JobState;
import com.harena.allinone.host.metrics.Beat;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Restores the last backup for a trial. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Restores the last backup for a trial and proves it: PostgreSQL, then Redis in throw-away"
          + " servers, Elasticsearch in drill-* indices of the running node.",
      "",
      "What it makes is removed, however it ends; what serves is not touched."
    },
    footer = {"", "Example:", "  allinone instance drill --json"})
final class InstanceDrillCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(names = "--json", description = "Print the result as JSON, and progress on stderr.")
  private boolean json;

  @Override
  public Integer call() {
    ThisMachine.require();
    PrintWriter out = command.commandLine().getOut();
    PrintWriter progress = json ? command.commandLine().getErr() : out;
    BackupJobs jobs = new BackupJobs(System::getenv, progress::println);
    JobState state = Beat.ofThisMachine(progress::println).during(jobs::drill);
    if (json) {
      out.print(Json.text(state.json()));
    }
    if (state.fault().isPresent()) {
      command.commandLine().getErr().println("allinone: " + state.message());
    }
    return state.fault().map(InstanceFaults::exitCode).orElse(ExitCode.OK).code();
  }
}
