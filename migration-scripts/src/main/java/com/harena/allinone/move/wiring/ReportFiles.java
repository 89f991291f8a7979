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
  /** Writes both into the directory of the move. */
  public static ReportFiles write(MoveSettings settings, Instant now) throws IOException {
    Durable.createFolder(settings.directory());
    return write(MoveReport.read(settings).json(now), settings.directory(), "report");
  }

  /** Writes a report under that name. */
  public static ReportFiles write(ObjectNode report, Path folder, String name) throws IOException {
    ReportFiles files =
        new ReportFiles(folder.resolve(name + ".html"), folder.resolve(name + ".json"));
    Durable.write(
        files.json(),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
    Durable.write(files.page(), HtmlReport.of(report).getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
