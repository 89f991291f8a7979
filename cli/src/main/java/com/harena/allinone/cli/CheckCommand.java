package com.harena.allinone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.blueprint.FaultyBlueprintException;
import com.harena.allinone.cli.output.CheckReport;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cost.PriceCatalogue;
import com.harena.allinone.template.CheckedBlueprint;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reports every fault at once, or what the blueprint describes. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Reports every fault of a blueprint, else what it describes and costs.",
      "",
      "Faults come all at once, each at its line and column. Without faults: the parts, the"
          + " memory budget, the monthly cost and the placeholders that are left."
    },
    footer = {"", "Example:", "  allinone check stacks/harena.yaml"})
final class CheckCommand implements Callable<Integer> {
  @Mixin private BlueprintCommand words;
  private final Installation installation;

  CheckCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    CheckedBlueprint checked;
    try {
      checked = words.read(installation);
    } catch (FaultyBlueprintException e) {
      words.print(words.json() ? Json.text(faulty(e)) : e.getMessage() + "\n");
      return ExitCode.BLUEPRINT_FAULTY.code();
    }
    CheckReport report =
        CheckReport.of(
            checked.file().toString(),
            checked.blueprint(),
            checked.placeholders(),
            PriceCatalogue.bundled());
    words.print(words.json() ? Json.text(report.json()) : report.text(words.ansi()));
    return ExitCode.OK.code();
  }

  private static ObjectNode faulty(FaultyBlueprintException faulty) {
    ObjectNode json = Json.object().put("blueprint", faulty.source());
    json.set("faults", Json.faults(faulty.faults()));
    return json;
  }
}
