package com.harena.allinone.cli;

import com.harena.allinone.cli.output.CostReport;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cost.PriceCatalogue;
import com.harena.allinone.template.CheckedBlueprint;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what a month costs before and after. */
@Command(
    name = "cost",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Prints what a month costs before and after, line by line.",
      "",
      "The prices come from the dated list of this version. What nobody stated is said to be"
          + " missing and is not counted."
    },
    footer = {"", "Example:", "  allinone cost stacks/harena.yaml"})
final class CostCommand implements Callable<Integer> {
  @Mixin private BlueprintCommand words;
  private final Installation installation;

  CostCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    CheckedBlueprint checked = words.read(installation);
    CostReport report = CostReport.of(checked.blueprint(), PriceCatalogue.bundled());
    words.print(words.json() ? Json.text(report.json()) : report.text(words.ansi()));
    return ExitCode.OK.code();
  }
}
