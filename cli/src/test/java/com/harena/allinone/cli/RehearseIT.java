package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  private static JarProcess rehearse(String... words) throws IOException {
    return JarProcess.start(
        folder,
        Stream.of(List.of("rehearse"), List.of(words), List.of(BLUEPRINT))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  @Test
  @Order(1)
  void movesEverythingAndShowsThatRollbackLosesNothing() throws Exception {
    JarProcess process = rehearse("--scale", "0.02", "--keep");
    Session.Result result = process.await();

    kept = Path.of(line(result.out(), "kept: "));
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    assertThat(result.out())
        .contains("table public.users has 200 on the old side and 201 on the new side")
        .contains("only on the new side: late")
        .contains("only on the new side: session:late")
        .contains("the rehearsal succeeded");
    assertThat(ReadmeBlock.missing("the rehearsal succeeded", result.out())).isEmpty();
    assertThat(RunningServers.below(kept)).isEmpty();
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
    assertThat(page).content().contains("this was a rehearsal");
  }

  @Test
  @Order(2)
  void restoresOnesOwnBackup() throws Exception {
    Session.Result result = rehearse("--from", backup.toString(), "--json").await();

    assertThat(result.code()).as(result.out() + result.err()).isZero();
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

    Session.Result result = rehearse("--from", backup.toString()).await();

    assertThat(result.code()).isEqualTo(ExitCode.BACKUP_INVALID.code());
    assertThat(result.err()).contains("manifest.json").doesNotContain("\tat ");
  }

  @Test
  @Order(4)
  void leavesNothingBehindWhenItIsInterrupted() throws Exception {
    JarProcess process = rehearse("--scale", "0.02");
    await(() -> process.out().contains("backup "));
    process.interrupt();
    Session.Result result = process.await();

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.INTERRUPTED.code());
    assertThat(result.err()).contains("interrupted").doesNotContain("\tat ");
    Path left = kept.resolveSibling("run-" + process.pid());
    assertThat(left).doesNotExist();
    assertThat(RunningServers.below(left)).isEmpty();
  }

  @Test
  @Order(5)
  void refusesAScaleThatIsNone() throws Exception {
    Session.Result result = rehearse("--scale", "0").await();

    assertThat(result.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(result.err()).contains("--scale", "0.0", "0.001 to 100");
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(50);
    }
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
