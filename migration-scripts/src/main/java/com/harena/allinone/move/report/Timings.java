package com.harena.allinone.move.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The picture of where time went: a bar for each step, one for each store in it, on one axis of
 * time at work, from which the pauses between commands are left out.
 */
final class Timings {
  private final Markup page;
  private final double total;
  private double before;

  private Timings(Markup page, double total) {
    this.page = page;
    this.total = total;
  }

  static void write(JsonNode steps, Markup page) {
    double total = 0;
    for (JsonNode step : steps) {
      total += step.path("seconds").asDouble();
    }
    new Timings(page, Math.max(total, 0.001)).write(steps);
  }

  private void write(JsonNode steps) {
    page.begin("section").element("h2", "Timings");
    page.element(
        "p",
        "%s at work; pauses between commands are left out.".formatted(Wording.seconds(total)),
        "class",
        "quiet");
    page.begin("div", "class", "timings");
    for (JsonNode step : steps) {
      step(step);
      before += step.path("seconds").asDouble();
    }
    page.end().end();
  }

  private void step(JsonNode step) {
    String outcome = step.path("outcome").asText();
    page.begin("div", "class", "step");
    row("step " + outcome, step.path("step").asText(), step, before, outcome(step));
    for (JsonNode store : step.path("stores")) {
      row(
          "store",
          store.path("store").asText(),
          store,
          before + offset(step, store),
          phases(store));
    }
    page.element("p", step.path("message").asText(), "class", "quiet message").end();
  }

  private void row(String kind, String name, JsonNode timed, double start, String detail) {
    String seconds = Wording.seconds(timed.path("seconds"));
    page.begin("div", "class", "row " + kind);
    page.element("span", name, "class", "name");
    page.begin("svg", "class", "bar", "viewBox", "0 0 1000 10", "preserveAspectRatio", "none");
    page.begin("title").text("%s: %s".formatted(name, seconds)).end();
    rectangle("track", 0, total);
    double width = timed.path("seconds").asDouble();
    if (timed.path("phases").isEmpty()) {
      rectangle("work", start, width);
    } else {
      phaseBars(timed, start);
    }
    page.end();
    page.element("span", seconds, "class", "seconds");
    page.element("span", detail, "class", "detail").end();
  }

  /** Phases one after the other; what they leave of the store's time is drawn as waiting. */
  private void phaseBars(JsonNode store, double start) {
    rectangle("rest", start, store.path("seconds").asDouble());
    double at = start;
    int shade = 0;
    for (JsonNode phase : store.path("phases")) {
      double width = phase.path("seconds").asDouble();
      rectangle("work shade" + shade++ % 3, at, width);
      at += width;
    }
  }

  private void rectangle(String kind, double start, double width) {
    page.begin(
            "rect",
            "class",
            kind,
            "x",
            number(start / total * 1000),
            "y",
            "0",
            "width",
            number(Math.min(1000, Math.max(width / total * 1000, 2))),
            "height",
            "10")
        .end();
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static double offset(JsonNode step, JsonNode store) {
    if (!store.path("began").isTextual() || !step.path("began").isTextual()) {
      return 0;
    }
    Duration offset =
        Duration.between(
            Instant.parse(step.path("began").asText()),
            Instant.parse(store.path("began").asText()));
    return Math.max(0, offset.toMillis() / 1000.0);
  }

  private static String outcome(JsonNode step) {
    return "%s · %s".formatted(step.path("outcome").asText(), Wording.time(step.path("began")));
  }

  private static String phases(JsonNode store) {
    StringBuilder text = new StringBuilder();
    for (JsonNode phase : store.path("phases")) {
      text.append(text.isEmpty() ? "" : " · ").append(phase.path("what").asText());
      text.append(' ').append(Wording.seconds(phase.path("seconds")));
      if (phase.path("amount").asLong() > 0) {
        text.append(" (")
            .append(Wording.amount(phase.path("amount"), phase.path("unit").asText()))
            .append(rate(phase))
            .append(')');
      }
    }
    return text.toString();
  }

  private static String rate(JsonNode phase) {
    double seconds = phase.path("seconds").asDouble();
    if (seconds < 0.5) {
      return "";
    }
    long each = Math.round(phase.path("amount").asDouble() / seconds);
    String unit = phase.path("unit").asText();
    return ", %s/s"
        .formatted(
            unit.equals("bytes")
                ? Wording.bytes((double) each)
                : String.format(Locale.ROOT, "%,d", each));
  }
}
