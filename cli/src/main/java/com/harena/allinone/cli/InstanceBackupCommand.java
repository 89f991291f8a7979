package com.harena.allinone.cli;

import com.harena.allinone.cli.output.Json;
import com.harena.allinone.host.ThisMachine;
import com.harena.allinone.host.backup.BackupUnit;
import com.harena.allinone.host.backup.JobState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes a backup now. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Runs the backup's unit now, waits for its end and says what came of it.",
      "",
      "A failure ends with the same exit code as in its log."
    },
    footer = {"", "Example:", "  allinone instance backup --json"})
final class InstanceBackupCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    ThisMachine.require();
    JobState state = BackupUnit.ofThisMachine().run();
    if (json) {
      command.commandLine().getOut().print(Json.text(state.json()));
    } else if (state.fault().isEmpty()) {
      command.commandLine().getOut().println(state.message());
    }
    if (state.fault().isPresent()) {
      command.commandLine().getErr().println("allinone: " + state.message());
    }
    return state.fault().map(InstanceFaults::exitCode).orElse(ExitCode.OK).code();
  }
}
