package com.harena.allinone.move.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What the page says. */
final class HtmlReportTest {
  private final ObjectNode report = Samples.report();

  @Test
  void saysFirstThatSomethingDiffersAndThenWhat() {
    assertThat(HtmlReport.of(report))
        .contains("<h1>2 differences found</h1>", "2 of 5 items differ")
        .contains("database 0", "session:17", "is missing on the new side", "#!lua name=limits");
  }

  @Test
  void saysThatTheNewSideServesOnceAllIsEqual() {
    String page = HtmlReport.of(Samples.equal(report));
    assertThat(page)
        .contains("<h1>The new side serves</h1>")
        .contains("3 items compared with the live old side, every one equal.")
        .doesNotContain("class=\"difference\"");
  }

  @Test
  void namesOriginAmountAndVersionOfEachStore() {
    assertThat(HtmlReport.of(report))
        .contains("PostgreSQL old.example.org:5432/harena as harena", "version 13.23")
        .contains("1,000,101 rows, 70.0 MiB", "5,000 keys, 1.0 MiB");
  }

  @Test
  void drawsWhereTimeWent() {
    assertThat(HtmlReport.of(report))
        .contains("72 s at work", "dumping 19 s (70.0 MiB, 3.7 MiB/s)")
        .contains("checksums 6.0 s (1,000,101 rows, 166,684/s)")
        .contains("<rect class=\"work shade0\"");
  }

  @Test
  void saysWhatToDoNext() {
    assertThat(HtmlReport.of(report))
        .contains("allinone move cleanup stacks/harena.move.yaml")
        .contains("Watch the new side");
    report.putNull("next");
    assertThat(HtmlReport.of(report)).doesNotContain("What to do next");
  }

  @Test
  void escapesEverythingFromOutside() {
    String nasty = "<script>alert('x')</script> & \"quoted\" \u0001";
    report.put("environment", nasty);
    Samples.item(report).put("name", nasty);
    ((ObjectNode) report.path("findings").path(0)).put("message", nasty);
    assertThat(HtmlReport.of(report))
        .doesNotContain("<script", "\u0001")
        .contains(
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quoted&quot; \uFFFD");
  }

  @Test
  void asksNobodyForAnything() {
    assertThat(HtmlReport.of(report))
        .contains("default-src &#39;none&#39;")
        .doesNotContainPattern("(?i)\\b(src|href)=\"(?!data:,)")
        .doesNotContainPattern("(?i)url\\(|@import|<script");
  }

  @Test
  void standsBeforeAnythingWasProven() {
    report.put("state", "begun").put("serving", "source").putNull("proof");
    report.set("application", report.arrayNode());
    report.set("backups", report.arrayNode());
    ArrayNode stores = (ArrayNode) report.path("stores");
    ((ObjectNode) stores.get(0)).putNull("count").putNull("bytes").putNull("targetVersion");
    ObjectNode running = (ObjectNode) report.path("steps").path(0);
    running.put("outcome", "running").putNull("ended").putNull("seconds");
    assertThat(HtmlReport.of(report))
        .contains("<h1>The move has begun</h1>", "Nothing has been compared yet.")
        .contains("not yet counted");
  }

  @Test
  void refusesAFormatThatItDoesNotKnow() {
    report.put("format", 2);
    assertThatThrownBy(() -> HtmlReport.of(report))
        .hasMessage("a report of format '2'; allowed: 1");
  }
}
