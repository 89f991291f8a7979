package com.harena.allinone.move.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The report of a move as one page: what moved and where from, timings, proof, findings and what to
 * do next. The page needs nothing beside it, runs no script, and reads on a phone, light and dark.
 */
public final class HtmlReport {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private final JsonNode report;
  private final Markup page = new Markup();

  private HtmlReport(JsonNode report) {
    this.report = report;
  }

  /**
   * Makes the page.
   *
   * @param report the JSON that the engine writes, format 1
   * @throws IllegalArgumentException for another format
   */
  public static String of(JsonNode report) {
    if (report.path("format").asInt() != 1) {
      throw new IllegalArgumentException(
          "a report of format '%s'; allowed: 1".formatted(report.path("format").asText()));
    }
    return new HtmlReport(report).whole();
  }

  private String whole() {
    page.verbatim("<!DOCTYPE html>\n").begin("html", "lang", "en").begin("head");
    page.single("meta", "charset", "utf-8");
    page.single("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.single("meta", "name", "color-scheme", "content", "light dark");
    page.single("link", "rel", "icon", "href", "data:,");
    page.element("title", "Move of " + report.path("environment").asText());
    page.begin("style").verbatim(style()).end().end();
    page.begin("body").begin("main");
    head();
    next();
    moved();
    application();
    Timings.write(report.path("steps"), page);
    Proof.write(report.path("proof"), page);
    findings();
    backups();
    foot();
    return page.end().end().end().toString();
  }

  private void head() {
    Verdict verdict = Verdict.of(report);
    page.begin("header", "class", "verdict " + verdict.tone());
    page.element("p", "Move of " + report.path("environment").asText(), "class", "kicker");
    page.element("h1", verdict.headline());
    page.element("p", verdict.detail()).end();
  }

  private void next() {
    JsonNode next = report.path("next");
    if (next.isObject()) {
      page.begin("section", "class", "next").element("h2", "What to do next");
      page.element("p", Wording.sentence(next.path("message")) + ".");
      if (next.path("command").isTextual()) {
        page.begin("pre").element("code", next.path("command").asText()).end();
      }
      page.end();
    }
  }

  private void moved() {
    page.begin("section").element("h2", "What moved").begin("div", "class", "cards");
    for (JsonNode store : report.path("stores")) {
      page.begin("article", "class", "card");
      page.element("h3", Wording.store(store.path("name")));
      page.element("p", "%s".formatted(amount(store)), "class", "amount");
      page.begin("dl");
      side("From", store, "source");
      side("To", store, "target");
      page.end().end();
    }
    page.end().end();
  }

  private void side(String label, JsonNode store, String side) {
    page.element("dt", label).begin("dd").text(store.path(side).asText());
    JsonNode version = store.path(side + "Version");
    if (version.isTextual()) {
      page.element("span", "version " + version.asText(), "class", "quiet version");
    }
    page.end();
  }

  private static String amount(JsonNode store) {
    if (!store.path("count").isNumber()) {
      return "not yet counted";
    }
    String unit =
        switch (store.path("name").asText()) {
          case "postgres" -> "row";
          case "elasticsearch" -> "document";
          case "redis" -> "key";
          default -> "item";
        };
    String bytes = store.path("bytes").isNumber() ? ", " + Wording.bytes(store.path("bytes")) : "";
    return Wording.several(store.path("count").asLong(), unit) + bytes;
  }

  private void application() {
    if (report.path("application").isEmpty()) {
      return;
    }
    page.begin("section").element("h2", "The application on the new side");
    page.begin("ul", "class", "checks");
    for (JsonNode check : report.path("application")) {
      boolean passed = check.path("passed").asBoolean();
      mark(passed ? "good" : "bad", passed ? "passed" : "failed");
      page.element("strong", check.path("name").asText());
      page.text(" " + check.path("message").asText()).end().end();
    }
    page.end().end();
  }

  private void findings() {
    page.begin("section").element("h2", "Findings of the last check");
    if (report.path("findings").isEmpty()) {
      page.element("p", "None.", "class", "quiet");
    }
    page.begin("ul", "class", "checks");
    for (String level : new String[] {"error", "warning", "ok"}) {
      for (JsonNode finding : report.path("findings")) {
        if (finding.path("level").asText().equals(level)) {
          mark(level.equals("ok") ? "good" : level.equals("error") ? "bad" : "warn", level);
          page.element("strong", Wording.store(finding.path("store")));
          page.text(" " + finding.path("message").asText() + " ");
          page.element("code", finding.path("code").asText()).end().end();
        }
      }
    }
    page.end().end();
  }

  /** Begins a line of a list and the text in it. */
  private void mark(String tone, String word) {
    page.begin("li").element("span", word, "class", "badge " + tone).begin("span");
  }

  private void backups() {
    if (report.path("backups").isEmpty()) {
      return;
    }
    page.begin("section").element("h2", "Backups").begin("ul", "class", "checks");
    for (JsonNode backup : report.path("backups")) {
      boolean current = backup.path("current").asBoolean();
      mark(current ? "good" : "plain", current ? "migrated" : "kept");
      page.element("code", backup.path("folder").asText());
      page.text(
              " of the %s side, %s in %s, finished %s"
                  .formatted(
                      backup.path("side").asText().equals("target") ? "new" : "old",
                      Wording.bytes(backup.path("bytes")),
                      Wording.several(backup.path("files").asLong(), "file"),
                      Wording.time(backup.path("finished"))))
          .end()
          .end();
    }
    page.end().end();
  }

  private void foot() {
    page.element(
        "footer",
        "Move %s by %s, written by allinone %s at %s."
            .formatted(
                report.path("move").asText(),
                report.path("plan").asText(),
                report.path("tool").asText(),
                Wording.time(report.path("written"))));
  }

  private static String style() {
    try (InputStream style = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(
          Objects.requireNonNull(style, "report.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
