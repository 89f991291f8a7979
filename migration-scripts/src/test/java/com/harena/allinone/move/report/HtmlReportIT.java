package com.harena.allinone.move.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.testing.OptionalProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page in a real browser, at the width of a phone and of a desk, light and dark. Screenshots
 * are left in {@code target/report}.
 */
final class HtmlReportIT {
  @TempDir static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    chromium = Chromium.start(OptionalProgram.named("chromium"), folder);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "360, light, differs",
    "360, dark, differs",
    "1280, light, differs",
    "1280, dark, differs",
    "360, light, equal",
    "1280, dark, equal"
  })
  void showsWithoutComplaintAndFitsItsWidth(int width, String scheme, String outcome)
      throws IOException, InterruptedException {
    ObjectNode report = Samples.report();
    Samples.item(report).put("name", "a_very_long_schema_name_without_any_break.".repeat(5));
    if (outcome.equals("equal")) {
      Samples.equal(report);
    }
    emulate(width, scheme);
    assertThat(chromium.open(page(report))).isEmpty();
    assertThat(chromium.evaluate("document.documentElement.scrollWidth")).isEqualTo("" + width);
    assertThat(chromium.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(scheme.equals("dark") ? "rgb(20, 23, 28)" : "rgb(251, 250, 248)");
    assertThat(chromium.evaluate("document.querySelectorAll('svg rect.work').length"))
        .isEqualTo("10");
    screenshot("%s-%s-%s.png".formatted(outcome, width, scheme), width);
  }

  private static void emulate(int width, String scheme) throws IOException, InterruptedException {
    chromium.call(
        "Emulation.setDeviceMetricsOverride",
        Chromium.parameters()
            .put("width", width)
            .put("height", 800)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
    ObjectNode media = Chromium.parameters();
    media.putArray("features").addObject().put("name", "prefers-color-scheme").put("value", scheme);
    chromium.call("Emulation.setEmulatedMedia", media);
    chromium.call("Emulation.setScrollbarsHidden", Chromium.parameters().put("hidden", true));
  }

  private static URI page(ObjectNode report) throws IOException {
    return Files.writeString(folder.resolve("report.html"), HtmlReport.of(report)).toUri();
  }

  private static void screenshot(String name, int width) throws IOException, InterruptedException {
    String height = chromium.evaluate("document.documentElement.scrollHeight");
    ObjectNode parameters = Chromium.parameters().put("captureBeyondViewport", true);
    parameters
        .putObject("clip")
        .put("x", 0)
        .put("y", 0)
        .put("width", width)
        .put("height", Integer.parseInt(height))
        .put("scale", 1);
    String data = chromium.call("Page.captureScreenshot", parameters).path("data").asText();
    Path target = Files.createDirectories(Path.of("target/report"));
    Files.write(target.resolve(name), Base64.getDecoder().decode(data));
  }
}
