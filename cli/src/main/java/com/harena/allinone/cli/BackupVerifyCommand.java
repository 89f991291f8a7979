package com.harena.allinone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.progress.Amounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves a backup. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Proves that a backup is what was written, without any server.",
      "",
      "Every file that is missing, changed, cut short or not of the backup is named."
    },
    footer = {"", "Example:", "  allinone move backup verify backups/20261125_091010"})
final class BackupVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(paramLabel = "FOLDER", description = "The folder of the backup.")
  private Path folder;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Manifest manifest = BackupProof.prove(folder, bytes -> {});
    ObjectNode result =
        Json.object()
            .put("backup", folder.toString())
            .put("environment", manifest.environment())
            .put("side", manifest.side().word())
            .put("finished", manifest.finished().toString())
            .put("files", manifest.files().size())
            .put("bytes", manifest.bytes());
    command
        .commandLine()
        .getOut()
        .print(
            json
                ? Json.text(result)
                : "%s is what was written at %s: %s of %s in %s%n"
                    .formatted(
                        folder,
                        manifest.finished(),
                        Amounts.count(manifest.stores().size(), "store"),
                        manifest.environment(),
                        Amounts.count(manifest.files().size(), "file")
                            + " of "
                            + Amounts.bytes((double) manifest.bytes())));
    return ExitCode.OK.code();
  }
}
