package com.harena.allinone.cli;

import com.harena.allinone.blueprint.Fault;
import com.harena.allinone.cli.cdk.Cdk;
import com.harena.allinone.template.CheckedBlueprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
          + " command line and ends with its exit code; npx cdk deploy --help lists the words.",
      "",
      "With --local it deploys to a local AWS on this machine and never to AWS: starts one if none"
          + " runs, bootstraps it, deploys, asks its services for every resource, and ends with a"
          + " diff that must find nothing."
    },
    footer = {"", "Example:", "  allinone deploy --require-approval never"})
final class DeployCommand implements Callable<Integer> {
  @Mixin private CdkCommand words;
  @Unmatched private List<String> others = new ArrayList<>();

  @Option(names = "--local", description = "Deploys to a local AWS, never to AWS.")
  private boolean local;

  @Option(names = "--json", description = "Prints the result of --local as JSON.")
  private boolean json;

  private final Installation installation;

  DeployCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    Path checkout = installation.requireCheckout();
    CheckedBlueprint checked = CheckedBlueprint.read(words.file(installation));
    List<Fault> placeholders = checked.placeholders();
    if (!placeholders.isEmpty()) {
      placeholders.forEach(fault -> words.command().commandLine().getErr().println(fault));
      words.progress("nothing was deployed: the blueprint still holds placeholders");
      return ExitCode.DEPLOY_REFUSED.code();
    }
    List<String> deploy = words.words(installation, others);
    if (local) {
      return new LocalDeploy(checkout, words, json).run(checked, deploy).code();
    }
    if (json) {
      deploy.add("--json");
    }
    return Cdk.of(checkout).run(deploy);
  }
}
