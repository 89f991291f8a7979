package com.harena.allinone.rehearsal;

import com.harena.allinone.move.engine.MoveSettings;
import com.harena.allinone.move.wiring.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The report of a rehearsal, which stays when all else of it goes.
 *
 * @param page for people
 * @param json for programs
 */
record RehearsalReport(Path page, Path json) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  /** Writes both into the folder of all rehearsals. */
  static RehearsalReport write(MoveSettings rehearsed, Path folder, Instant now)
      throws IOException {
    ReportFiles files = ReportFiles.write(rehearsed, now);
    Path reports = Files.createDirectories(folder.resolve("reports"));
    return new RehearsalReport(
        copy(files.page(), reports.resolve(NAME.format(now) + ".html")),
        copy(files.json(), reports.resolve(NAME.format(now) + ".json")));
  }

  private static Path copy(Path from, Path to) throws IOException {
    return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
