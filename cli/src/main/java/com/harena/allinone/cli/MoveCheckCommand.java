package com.harena.allinone.cli;

import com.harena.allinone.move.step.CheckStep;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reports everything that stands in the way of the move; writes nothing to any server. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Reports everything that stands in the way of the move; writes nothing to any server.",
      "",
      "Versions, rights, extensions, encodings, space, and whether the target is empty: all at once."
    },
    footer = {"", "Example:", "  allinone move check stacks/harena.move.yaml"})
final class MoveCheckCommand implements Callable<Integer> {
  @Mixin private MoveWords words;
  private final MoveAccess access;

  MoveCheckCommand(MoveAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    return words.run(access, settings -> new CheckStep());
  }
}
