package com.harena.allinone.cli;

import com.harena.allinone.cli.output.Json;
import com.harena.allinone.host.ThisMachine;
import com.harena.allinone.host.backup.BackupJobs;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a wiped instance back to a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Brings a wiped instance back to a backup, and proves it by checksums.",
      "",
      "The stores must be empty, or --replace moves what they hold aside. The backend is stopped meanwhile and started after. The backup is"
          + " taken from the data volume or, when it is not there, from the bucket."
    },
    footer = {"", "Example:", "  allinone instance restore 20261128_210000"})
final class InstanceRestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "The backup's id; the last one there is when not given.")
  private String id;

  @Option(
      names = "--replace",
      description = "Move what the stores hold to /data/replaced first; nothing is deleted.")
  private boolean replace;

  @Option(names = "--json", description = "Print the result as JSON, and progress on stderr.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ThisMachine.require();
    PrintWriter out = command.commandLine().getOut();
    PrintWriter progress = json ? command.commandLine().getErr() : out;
    String restored =
        new BackupJobs(System::getenv, progress::println).restore(Optional.ofNullable(id), replace);
    if (json) {
      out.print(Json.text(Json.object().put("outcome", "ok").put("backup", restored)));
    }
    return ExitCode.OK.code();
  }
}
