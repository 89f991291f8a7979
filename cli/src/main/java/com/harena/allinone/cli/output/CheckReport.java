package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Fault;
import com.harena.allinone.blueprint.memory.MemoryBudget;
import com.harena.allinone.cost.CostEstimate;
import com.harena.allinone.cost.PriceCatalogue;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What a blueprint without faults describes.
 *
 * @param file where it was read
 * @param deployment name of the deployed copy
 * @param parts each part and what it is
 * @param memory the memory budget
 * @param cost the monthly cost
 * @param priceDate day of the price list
 * @param placeholders what a deployment refuses
 */
public record CheckReport(
    String file,
    String deployment,
    Map<String, String> parts,
    MemoryBudget memory,
    CostEstimate cost,
    String priceDate,
    List<Fault> placeholders) {
  /** Copies the placeholders; the parts keep their order. */
  public CheckReport {
    placeholders = List.copyOf(placeholders);
  }

  /** The report of a blueprint. */
  public static CheckReport of(
      String file, Blueprint blueprint, List<Fault> placeholders, PriceCatalogue catalogue) {
    return new CheckReport(
        file,
        blueprint.deployment(),
        Parts.of(blueprint),
        MemoryBudget.of(blueprint),
        CostEstimate.of(blueprint, catalogue),
        catalogue.date(),
        placeholders);
  }

  /** The report as text. */
  public String text(Ansi ansi) {
    StringBuilder text = new StringBuilder();
    text.append(ansi.string("@|bold %s|@".formatted(deployment))).append(": no fault in ");
    text.append(file).append('\n');
    heading(text, ansi, "Parts");
    TextTable table = new TextTable(0, 0);
    parts.forEach(table::line);
    text.append(table.text());
    heading(text, ansi, "Memory");
    memory.bars().lines().forEach(line -> text.append("  ").append(line).append('\n'));
    heading(text, ansi, "Cost in US dollars a month, prices of " + priceDate);
    text.append(
        new TextTable(1, 2)
            .line("on schedule", CostReport.total(cost, cost.scheduledDollars()))
            .line("round the clock", CostReport.total(cost, cost.roundTheClockDollars()))
            .text());
    if (!placeholders.isEmpty()) {
      heading(text, ansi, "Placeholders, which a deploy refuses");
      placeholders.forEach(fault -> text.append("  ").append(fault).append('\n'));
    }
    return text.toString();
  }

  /** The report as JSON. */
  public ObjectNode json() {
    ObjectNode json = Json.object().put("blueprint", file).put("deployment", deployment);
    json.putArray("faults");
    ObjectNode described = json.putObject("parts");
    parts.forEach(described::put);
    ObjectNode budget = json.putObject("memory");
    budget.put("usableMebibytes", memory.usableMebibytes());
    ArrayNode shares = budget.putArray("shares");
    memory
        .shares()
        .forEach(
            share ->
                shares.addObject().put("name", share.name()).put("mebibytes", share.mebibytes()));
    budget.put("totalMebibytes", memory.totalMebibytes());
    budget.put("spareMebibytes", memory.spareMebibytes());
    json.set("cost", CostReport.json(cost).put("currency", "USD").put("priceDate", priceDate));
    json.set("placeholders", Json.faults(placeholders));
    return json;
  }

  private static void heading(StringBuilder text, Ansi ansi, String heading) {
    text.append('\n').append(ansi.string("@|bold %s|@".formatted(heading))).append('\n');
  }
}
