package com.harena.allinone.move.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.engine.MoveReport;
import com.harena.allinone.move.engine.MoveSettings;
import com.harena.allinone.move.journal.Durable;
import com.harena.allinone.move.report.HtmlReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The report of a move as files of its directory.
 *
 * @param page for people
 * @param json for programs
 */
public record ReportFiles(Path page, Path json) {
  /** Writes both. */
  public static ReportFiles write(MoveSettings settings, Instant now) throws IOException {
    ObjectNode report = MoveReport.read(settings).json(now);
    Durable.createFolder(settings.directory());
    ReportFiles files =
        new ReportFiles(
            settings.directory().resolve("report.html"),
            settings.directory().resolve("report.json"));
    Durable.write(
        files.json(),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
    Durable.write(files.page(), HtmlReport.of(report).getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
