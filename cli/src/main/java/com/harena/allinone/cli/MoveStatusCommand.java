package com.harena.allinone.cli;

import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cli.output.MoveStatus;
import com.harena.allinone.move.engine.MoveReport;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how far a move is. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Shows each step of the move: when, how much, how long, and what comes next.",
      "",
      "It reads the journal alone, also while another process works on the move."
    },
    footer = {"", "Example:", "  allinone move status stacks/harena.move.yaml"})
final class MoveStatusCommand implements Callable<Integer> {
  @Mixin private MoveWords words;
  private final MoveAccess access;

  MoveStatusCommand(MoveAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    MoveReport report = MoveReport.read(words.settings(access));
    words.print(
        words.json()
            ? Json.text(report.summary(Instant.now()))
            : MoveStatus.text(report.summary(Instant.now())));
    return ExitCode.OK.code();
  }
}
