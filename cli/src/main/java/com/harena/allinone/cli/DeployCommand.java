package com.harena.allinone.cli;

import com.harena.allinone.blueprint.Fault;
import com.harena.allinone.cli.cdk.Cdk;
import com.harena.allinone.template.CheckedBlueprint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Refuses what must not be deployed, then passes its words on. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Deploys the stack.",
      "",
      "Refuses a blueprint with faults or placeholders, then passes its words to the pinned CDK"
          + " command line and ends with its exit code; npx cdk deploy --help lists the words."
    },
    footer = {"", "Example:", "  allinone deploy --require-approval never"})
final class DeployCommand implements Callable<Integer> {
  @Mixin private CdkCommand words;
  @Unmatched private List<String> others = new ArrayList<>();
  private final Installation installation;

  DeployCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    Cdk cdk = Cdk.of(installation.requireCheckout());
    List<Fault> placeholders = CheckedBlueprint.read(words.file(installation)).placeholders();
    if (!placeholders.isEmpty()) {
      placeholders.forEach(fault -> words.command().commandLine().getErr().println(fault));
      words.progress("nothing was deployed: the blueprint still holds placeholders");
      return ExitCode.DEPLOY_REFUSED.code();
    }
    return cdk.run(words.words(installation, others));
  }
}
