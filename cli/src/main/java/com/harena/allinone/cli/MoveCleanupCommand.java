package com.harena.allinone.cli;

import com.harena.allinone.move.step.CleanupStep;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends the move: takes a final backup of the new side, then the old stack away. */
@Command(
    name = "cleanup",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Ends the move: takes a final backup of the new side, then the old stack away.",
      "",
      "It needs a proven move, a working application, an old side that nobody wrote to since the cut-over,"
          + " and the environment's name, typed. The first part that cannot be taken away ends it."
    },
    footer = {"", "Example:", "  allinone move cleanup stacks/harena.move.yaml"})
final class MoveCleanupCommand implements Callable<Integer> {
  @Mixin private MoveWords words;

  @Option(
      names = "--lose",
      paramLabel = "ENVIRONMENT",
      description =
          "Lose what was written to the old side since the cut-over; takes the environment's name.")
  private String lose;

  private final MoveAccess access;

  MoveCleanupCommand(MoveAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    return words.run(
        access,
        settings ->
            new CleanupStep(() -> typed(settings.environment()), Optional.ofNullable(lose)));
  }

  private String typed(String environment) {
    String question = "type " + environment + " to take its old side away for good: ";
    // Where no terminal shows what is typed, what follows begins on a line of its own.
    words.ask(access.terminal().get() ? question : question.strip() + System.lineSeparator());
    return access.line().get();
  }
}
