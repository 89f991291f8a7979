package com.harena.allinone.cli;

import com.harena.allinone.cli.local.LocalProgram;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the resource types of the local AWS. */
@Command(
    name = "types",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Lists every resource type that the local AWS can make, and which live in memory only.",
      "",
      "A template with any other type is refused by the type's name."
    },
    footer = {"", "Example:", "  allinone local types"})
final class LocalTypesCommand implements Callable<Integer> {
  private final Installation installation;
  @Spec private CommandSpec spec;

  LocalTypesCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    String types = LocalProgram.of(installation.requireCheckout()).output("types");
    spec.commandLine().getOut().print(types);
    return ExitCode.OK.code();
  }
}
