package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.cost.CostEstimate;
import com.harena.allinone.cost.CostLine;
import com.harena.allinone.template.Difference;
import com.harena.allinone.template.ReviewedTemplate;
import com.harena.allinone.template.Template;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * What a synthesized template holds, costs and changes.
 *
 * @param template the template
 * @param cost what a month of it costs
 * @param reviewed the template reviewed before
 */
public record SynthReport(Template template, CostEstimate cost, ReviewedTemplate reviewed) {
  /** The report as text. */
  public String text(Ansi ansi) throws IOException {
    StringBuilder text = new StringBuilder();
    Map<String, Long> types = template.countByType();
    text.append(
        ansi.string(
            "@|bold %d resources|@, US dollars a month on schedule%n"
                .formatted(template.resources().size())));
    TextTable table = new TextTable(0, 1);
    types.forEach((type, count) -> table.line(count.toString(), type, dollars(type), parts(type)));
    for (CostLine line : cost.lines()) {
      if (!types.containsKey(line.resourceType())) {
        table.line("", "(not in the template)", amount(List.of(line)), line.part());
      }
    }
    table.line("", "total", CostReport.total(cost, cost.scheduledDollars()), "");
    table.line(
        "", "total round the clock", CostReport.total(cost, cost.roundTheClockDollars()), "");
    text.append(table.text()).append('\n');
    List<Difference> differences = reviewed.compare(template);
    if (reviewed.template().isEmpty()) {
      text.append("No template was reviewed yet: ").append(reviewed.file());
      text.append(" does not exist; --renew makes it.\n");
    } else if (differences.isEmpty()) {
      text.append("Nothing differs from the reviewed template ").append(reviewed.file());
      text.append('\n');
    } else {
      text.append(ansi.string("@|bold %d differences|@ from ".formatted(differences.size())));
      text.append(reviewed.file()).append("; once reviewed, --renew takes them over\n");
      differences.forEach(difference -> text.append("  ").append(difference).append('\n'));
    }
    return text.toString();
  }

  /** The report as JSON. */
  public ObjectNode json() throws IOException {
    ObjectNode json = Json.object();
    ObjectNode types = json.putObject("resources");
    template.countByType().forEach(types::put);
    json.set("cost", CostReport.json(cost));
    json.put("reviewedTemplate", reviewed.file().toString());
    ArrayNode differences = json.putArray("differences");
    for (Difference difference : reviewed.compare(template)) {
      ObjectNode node = differences.addObject().put("path", difference.path());
      difference.before().ifPresent(value -> node.put("before", value));
      difference.after().ifPresent(value -> node.put("after", value));
    }
    return json;
  }

  private String dollars(String type) {
    List<CostLine> lines = lines(type);
    return lines.isEmpty() ? "" : amount(lines);
  }

  private static String amount(List<CostLine> lines) {
    BigDecimal sum =
        lines.stream()
            .map(CostLine::scheduledDollars)
            .flatMap(Optional::stream)
            .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    String missing =
        lines.stream()
            .map(CostLine::uncounted)
            .flatMap(Optional::stream)
            .distinct()
            .collect(Collectors.joining(", "));
    if (missing.isEmpty()) {
      return sum.toString();
    }
    return sum.signum() == 0 ? missing : "at least " + sum;
  }

  private String parts(String type) {
    return lines(type).stream().map(CostLine::part).collect(Collectors.joining("; "));
  }

  private List<CostLine> lines(String type) {
    return cost.lines().stream().filter(line -> line.resourceType().equals(type)).toList();
  }
}
