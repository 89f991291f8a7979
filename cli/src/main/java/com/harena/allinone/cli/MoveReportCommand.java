package com.harena.allinone.cli;

import com.harena.allinone.cli.output.Json;
import com.harena.allinone.move.engine.MoveSettings;
import com.harena.allinone.move.wiring.ReportFiles;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the report of a move. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Writes one page that shows what moved, its timings, its proof and what to do next.",
      "",
      "The page needs nothing beside it; the JSON that it is made from is written too."
    },
    footer = {"", "Example:", "  allinone move report stacks/harena.move.yaml"})
final class MoveReportCommand implements Callable<Integer> {
  @Mixin private MoveWords words;
  private final MoveAccess access;

  MoveReportCommand(MoveAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    MoveSettings settings = words.settings(access);
    ReportFiles files = ReportFiles.write(settings, Instant.now());
    words.print(
        words.json()
            ? Json.text(
                Json.object()
                    .put("page", files.page().toString())
                    .put("json", files.json().toString()))
            : "%s%n%s%n".formatted(files.page(), files.json()));
    return ExitCode.OK.code();
  }
}
