package com.harena.allinone.cli;

import com.harena.allinone.move.step.VerifyStep;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves the new side equal to the old one, item by item, and asks the application. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Proves the new side equal to the old one, item by item, and asks the application.",
      "",
      "Every table, index and key is compared by count and checksum; what differs is named."
    },
    footer = {"", "Example:", "  allinone move verify stacks/harena.move.yaml"})
final class MoveVerifyCommand implements Callable<Integer> {
  @Mixin private MoveWords words;

  @Option(names = "--manifest", description = "Compare with the backup, not with the old side.")
  private boolean manifest;

  private final MoveAccess access;

  MoveVerifyCommand(MoveAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    return words.run(access, settings -> new VerifyStep(manifest));
  }
}
