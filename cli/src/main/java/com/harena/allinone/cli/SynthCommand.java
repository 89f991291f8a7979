package com.harena.allinone.cli;

import com.harena.allinone.cli.cdk.AssemblyFolder;
import com.harena.allinone.cli.cdk.Cdk;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cli.output.SynthReport;
import com.harena.allinone.cost.CostEstimate;
import com.harena.allinone.cost.PriceCatalogue;
import com.harena.allinone.template.CheckedBlueprint;
import com.harena.allinone.template.CloudAssembly;
import com.harena.allinone.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Checks, synthesizes, and says what the template holds and changes. */
@Command(
    name = "synth",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Makes the template and says what it holds, costs and changes.",
      "",
      "Checks the blueprint, synthesizes with the pinned CDK command line, and prints the"
          + " resources with their cost and what differs from the reviewed template. Other words"
          + " are passed on; npx cdk synth --help lists them."
    },
    footer = {"", "Example:", "  allinone synth"})
final class SynthCommand implements Callable<Integer> {
  @Mixin private CdkCommand words;
  @Unmatched private List<String> others = new ArrayList<>();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(names = "--renew", description = "Put the template in place of the reviewed one.")
  private boolean renew;

  private final Installation installation;

  SynthCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    Path checkout = installation.requireCheckout();
    words.progress("checking " + words.file(installation));
    CheckedBlueprint checked = CheckedBlueprint.read(words.file(installation));
    words.progress("synthesizing");
    List<String> synth = words.words(installation, others);
    synth.add("--quiet");
    Cdk.of(checkout).runQuietly(synth);
    Template template = CloudAssembly.read(AssemblyFolder.of(checkout, synth)).onlyStack();
    SynthReport report =
        new SynthReport(
            template,
            CostEstimate.of(checked.blueprint(), PriceCatalogue.bundled()),
            checked.reviewed());
    words
        .command()
        .commandLine()
        .getOut()
        .print(
            json
                ? Json.text(report.json())
                : report.text(words.command().commandLine().getColorScheme().ansi()));
    checked.placeholders().forEach(fault -> words.progress("to fill in before a deploy: " + fault));
    if (renew) {
      checked.reviewed().renew(template);
      words.progress("renewed " + checked.reviewed().file());
    }
    return ExitCode.OK.code();
  }
}
