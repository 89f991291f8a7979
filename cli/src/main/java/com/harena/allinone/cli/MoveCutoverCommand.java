package com.harena.allinone.cli;

import com.harena.allinone.move.step.CutoverStep;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Freezes the old side, proves both equal as they are then, and hands over. */
@Command(
    name = "cutover",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Freezes the old side, proves both equal as they are then, and hands over.",
      "",
      "On any difference it refuses, names it, and lets the old side take writes again."
    },
    footer = {"", "Example:", "  allinone move cutover stacks/harena.move.yaml"})
final class MoveCutoverCommand implements Callable<Integer> {
  @Mixin private MoveWords words;
  private final MoveAccess access;

  MoveCutoverCommand(MoveAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    return words.run(access, settings -> new CutoverStep());
  }
}
