package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals with little data; what the first one keeps is restored by the next. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RehearseIT {
  private static final String BLUEPRINT =
      System.getProperty("allinone.checkout") + "/stacks/harena.yaml";

  @TempDir private static Path folder;

  private static Path kept;
  private static Path backup;

  @AfterAll
  static void removeWhatWasKept() throws IOException, InterruptedException {
    if (kept != null) {
      new ProcessBuilder("rm", "-rf", kept.toString()).start().waitFor();
    }
  }

  private static AllinoneProcess rehearse(String... words) {
    return AllinoneProcess.start(
        folder,
        Map.of(),
        "",
        Stream.of(List.of("rehearse"), List.of(words), List.of(BLUEPRINT))
            .flatMap(List::stream)
            .toList());
  }

  @Test
  @Order(1)
  void movesEverythingAndShowsThatRollbackLosesNothing() throws Exception {
    AllinoneProcess.Ended result = rehearse("--scale", "0.02", "--keep").end().with(ExitCode.OK);

    kept = Path.of(line(result.out(), "kept: "));
    assertThat(result.out())
        .contains("table public.users has 200 on the old side and 201 on the new side")
        .contains("only on the new side: late")
        .contains("only on the new side: session:late")
        .contains("the rehearsal succeeded");
    assertThat(ReadmeBlock.missing("the rehearsal succeeded", result.out())).isEmpty();
    Awaiting.until("servers to end", () -> RunningServers.below(kept).isEmpty());
    try (Stream<Path> backups = Files.list(kept.resolve("rehearsal.move.d/backups"))) {
      backup = backups.findFirst().orElseThrow();
    }
    Path page = Path.of(line(result.out(), "report: "));
    JsonNode report =
        json(page.resolveSibling(page.getFileName().toString().replace("html", "json")));
    assertThat(report.path("state").asText()).isEqualTo("cut-over");
    assertThat(report.path("application"))
        .hasSize(7)
        .allMatch(answer -> answer.path("passed").asBoolean());
    assertThat(report.at("/next/command").asText()).doesNotContain(kept.toString());
    assertThat(page).content().containsIgnoringCase("this was a rehearsal");
  }

  @Test
  @Order(2)
  void restoresOnesOwnBackup() throws Exception {
    AllinoneProcess.Ended result = rehearse("--from", backup.toString(), "--json").end();

    result.with(ExitCode.OK);
    JsonNode printed = new ObjectMapper().readTree(result.out());
    assertThat(printed.path("succeeded").asBoolean()).isTrue();
    assertThat(printed.at("/steps/0/step").asText()).isEqualTo("restore");
    JsonNode report = json(Path.of(printed.path("json").asText()));
    assertThat(report.at("/proof/equal").asBoolean()).isTrue();
    assertThat(report.at("/proof/stores")).hasSize(3);
  }

  @Test
  @Order(3)
  void refusesADamagedBackupBeforeAnyServerIsStarted() throws Exception {
    Path manifest = backup.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replaceFirst("2", "3"));

    AllinoneProcess.Ended result = rehearse("--from", backup.toString()).end();

    result.with(ExitCode.BACKUP_INVALID);
    assertThat(result.err()).contains("manifest.json");
  }

  @Test
  @Order(4)
  void leavesNothingBehindWhenItIsInterrupted() throws Exception {
    AllinoneProcess process = rehearse("--scale", "0.02");
    Awaiting.until("the backup", () -> process.printed().contains("backup "));
    process.signal("INT");
    AllinoneProcess.Ended result = process.end();

    result.with(ExitCode.INTERRUPTED);
    assertThat(result.err()).contains("interrupted");
    Path left = kept.resolveSibling("run-" + process.pid());
    assertThat(left).doesNotExist();
    Awaiting.until("servers to end", () -> RunningServers.below(left).isEmpty());
  }

  @Test
  @Order(5)
  void refusesAScaleThatIsNone() throws Exception {
    AllinoneProcess.Ended result = rehearse("--scale", "0").end();

    result.with(ExitCode.USAGE);
    assertThat(result.err()).contains("--scale", "0.0", "0.001 to 100");
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readAllBytes(file));
  }

  private static String line(String text, String start) {
    return text.lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .map(line -> line.substring(start.length()))
        .orElseThrow(() -> new AssertionError(start + " is missing in: " + text));
  }
}
