package com.harena.allinone.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.engine.MoveReport;
import com.harena.allinone.move.engine.MoveSettings;
import com.harena.allinone.move.journal.Durable;
import com.harena.allinone.move.wiring.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The report of a rehearsal, which stays when all else of it goes. */
final class RehearsalReport {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private RehearsalReport() {}

  /** Writes it into the folder of all rehearsals; what to do next is the move itself. */
  static ReportFiles write(MoveSettings rehearsed, Path folder, Instant now) throws IOException {
    ObjectNode report = MoveReport.read(rehearsed).json(now);
    report
        .putObject("next")
        .put("message", "this was a rehearsal, and its servers are gone; the move itself begins so")
        .put("command", "allinone move check PLAN");
    Path reports = folder.resolve("reports");
    Durable.createFolder(reports);
    return ReportFiles.write(report, reports, NAME.format(now));
  }
}
