package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.cost.Certainty;
import com.harena.allinone.cost.CostEstimate;
import com.harena.allinone.cost.CostLine;
import com.harena.allinone.cost.MonthlyHours;
import com.harena.allinone.cost.Price;
import com.harena.allinone.cost.PriceCatalogue;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/**
 * What a month costs before and after.
 *
 * @param date day of the price list
 * @param openHours open hours of a month
 * @param before the managed set-up being replaced
 * @param after the single instance
 */
public record CostReport(
    String date, BigDecimal openHours, CostEstimate before, CostEstimate after) {
  /** The report of a blueprint. */
  public static CostReport of(Blueprint blueprint, PriceCatalogue catalogue) {
    return new CostReport(
        catalogue.date(),
        MonthlyHours.open(blueprint.hours()),
        CostEstimate.ofManagedSetUp(blueprint, catalogue),
        CostEstimate.of(blueprint, catalogue));
  }

  /** The report as text. */
  public String text(Ansi ansi) {
    StringBuilder text = new StringBuilder();
    text.append(
        "US dollars a month without taxes, prices of %s; open %s of %s hours a month%n"
            .formatted(date, openHours, MonthlyHours.roundTheClock()));
    text.append(ansi.string("%n@|bold Before: managed parts, never stopped|@%n".formatted()));
    text.append(table(before));
    text.append(ansi.string("%n@|bold After: one instance|@%n".formatted()));
    text.append(table(after));
    text.append(
        "%nThe opening hours save %s, all of it part of the price of the instance and its address.%n"
            .formatted(after.scheduleSavesDollars()));
    text.append(
        "Of what is counted, the move saves %s on schedule and %s round the clock.%n"
            .formatted(saves(after.scheduledDollars()), saves(after.roundTheClockDollars())));
    text.append("%n* secondary source   ? not confirmed by a source%nSources:%n".formatted());
    sources().forEach(source -> text.append("  ").append(source).append('\n'));
    return text.toString();
  }

  /** The report as JSON. */
  public ObjectNode json() {
    ObjectNode json = Json.object().put("currency", "USD").put("priceDate", date);
    json.set("hoursPerMonth", hours());
    json.set("before", json(before));
    json.set("after", json(after));
    json.putObject("moveSaves")
        .put("onSchedule", saves(after.scheduledDollars()))
        .put("roundTheClock", saves(after.roundTheClockDollars()));
    return json;
  }

  private ObjectNode hours() {
    return Json.object()
        .put("onSchedule", openHours)
        .put("roundTheClock", MonthlyHours.roundTheClock());
  }

  private BigDecimal saves(BigDecimal now) {
    return before.roundTheClockDollars().subtract(now);
  }

  private static String table(CostEstimate estimate) {
    TextTable table = new TextTable(1, 5);
    table.line("", "quantity", "unit price", "on schedule", "round the clock", "");
    for (CostLine line : estimate.lines()) {
      table.line(
          line.part(),
          quantity(line),
          line.price().map(CostReport::price).orElse(""),
          dollars(line, line.scheduledDollars()),
          dollars(line, line.roundTheClockDollars()),
          line.note());
    }
    table.line(
        "total",
        "",
        "",
        total(estimate, estimate.scheduledDollars()),
        total(estimate, estimate.roundTheClockDollars()),
        "");
    return table.text();
  }

  /** A total as text: a lower bound when a line has no figure. */
  static String total(CostEstimate estimate, BigDecimal dollars) {
    return (estimate.isAtLeast() ? "at least " : "") + dollars;
  }

  private static String quantity(CostLine line) {
    return line.quantity()
        .scheduled()
        .map(amount -> amount.signum() == 0 ? "" : amount + " " + line.quantity().unit())
        .orElse("");
  }

  private static String price(Price price) {
    String mark =
        price.certainty() == Certainty.SECONDARY
            ? "*"
            : price.certainty() == Certainty.UNCONFIRMED ? "?" : "";
    return price.dollars() + " per " + price.unit() + mark;
  }

  private static String dollars(CostLine line, Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::toString).or(line::uncounted).orElse("");
  }

  private Set<String> sources() {
    return Stream.of(before, after)
        .map(CostEstimate::lines)
        .flatMap(List::stream)
        .map(CostLine::price)
        .flatMap(Optional::stream)
        .map(Price::source)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** An estimate as JSON. */
  static ObjectNode json(CostEstimate estimate) {
    ObjectNode json = Json.object();
    ArrayNode lines = json.putArray("lines");
    for (CostLine line : estimate.lines()) {
      ObjectNode node = lines.addObject().put("part", line.part());
      node.put("resourceType", line.resourceType()).put("unit", line.quantity().unit());
      line.quantity().scheduled().ifPresent(amount -> node.put("quantityOnSchedule", amount));
      line.quantity().roundTheClock().ifPresent(each -> node.put("quantityRoundTheClock", each));
      line.price()
          .ifPresent(
              price ->
                  node.put("unitPrice", price.dollars())
                      .put("region", price.region())
                      .put("source", price.source())
                      .put("certainty", price.certainty().name().toLowerCase(Locale.ROOT)));
      line.scheduledDollars().ifPresent(amount -> node.put("onSchedule", amount));
      line.roundTheClockDollars().ifPresent(amount -> node.put("roundTheClock", amount));
      line.uncounted().ifPresent(reason -> node.put("notCounted", reason));
      node.put("note", line.note());
    }
    json.putObject("total")
        .put("onSchedule", estimate.scheduledDollars())
        .put("roundTheClock", estimate.roundTheClockDollars())
        .put("atLeast", estimate.isAtLeast());
    return json;
  }
}
