package com.harena.allinone.cli;

import com.harena.allinone.move.step.MigrateStep;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Restores the backup into the new side, which must be empty. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Restores the backup into the new side, which must be empty.",
      "",
      "Where the old side was found to have changed since, a new backup is taken first, and the stores"
          + " that differ are restored anew."
    },
    footer = {"", "Example:", "  allinone move migrate stacks/harena.move.yaml"})
final class MoveMigrateCommand implements Callable<Integer> {
  @Mixin private MoveWords words;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "INSTANCE",
      description =
          "Address of the new instance, as the script before took it; must not contradict the plan.")
  private String instance;

  private final MoveAccess access;

  MoveMigrateCommand(MoveAccess access) {
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    if (instance != null) {
      words.refuse(OldArguments.faultOfInstance(instance, words.plan(access)));
    }
    return words.run(access, settings -> new MigrateStep());
  }
}
