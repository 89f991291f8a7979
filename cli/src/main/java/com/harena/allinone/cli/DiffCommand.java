package com.harena.allinone.cli;

import com.harena.allinone.cli.cdk.Cdk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Passes its words on. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Compares the template with what is deployed, or with a file.",
      "",
      "Passes its words to the pinned CDK command line and ends with its exit code, as npx cdk"
          + " diff does; npx cdk diff --help lists the words."
    },
    footer = {"", "Example:", "  allinone diff --template stacks/harena.template.json"})
final class DiffCommand implements Callable<Integer> {
  @Mixin private CdkCommand words;
  @Unmatched private List<String> others = new ArrayList<>();
  private final Installation installation;

  DiffCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    return Cdk.of(installation.requireCheckout()).run(words.words(installation, others));
  }
}
