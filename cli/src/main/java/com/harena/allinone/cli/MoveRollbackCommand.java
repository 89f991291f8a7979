package com.harena.allinone.cli;

import com.harena.allinone.move.step.RollbackStep;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands back to the old side, which is as it was at the cut-over. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Hands back to the old side, which is as it was at the cut-over.",
      "",
      "What was written to the new side since is named, and refused to be lost unless --lose says so."
    },
    footer = {"", "Example:", "  allinone move rollback stacks/harena.move.yaml"})
final class MoveRollbackCommand implements Callable<Integer> {
  @Mixin private MoveWords words;

  @Option(
      names = "--lose",
      paramLabel = "ENVIRONMENT",
      description = "Lose what was written to the new side; takes the environment's name.")
  private String lose;

  private final MoveAccess access;

  MoveRollbackCommand(MoveAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    return words.run(access, settings -> new RollbackStep(Optional.ofNullable(lose)));
  }
}
