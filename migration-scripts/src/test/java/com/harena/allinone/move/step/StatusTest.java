package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.move.engine.ApplicationCheck.Answer;
import com.harena.allinone.move.engine.MoveReport;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What status and report say, from the directory alone. */
class StatusTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:12:44Z");

  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private TestMove move;

  @BeforeEach
  void fill() throws IOException {
    move = new TestMove(folder).filled();
  }

  private JsonNode json() throws IOException {
    return MoveReport.read(move.settings()).json(NOW);
  }

  private String next() throws IOException {
    JsonNode json = json();
    return json.path("state").asText()
        + ", next "
        + json.path("next").path("command").asText("nothing");
  }

  @Test
  void saysHowFarTheMoveIsAndWhatComesNext() throws IOException {
    List<String> seen = new ArrayList<>(List.of(next()));
    for (String step : List.of("check", "backup", "migrate", "verify", "cutover")) {
      move.upTo(step);
      seen.add(next());
    }
    move.run(new RollbackStep(Optional.empty()));
    seen.add(next());
    move.upTo("cutover");
    move.run(new CleanupStep(() -> TestMove.NAME, Optional.empty()));
    seen.add(next());

    assertThat(seen)
        .containsExactly(
            "begun, next allinone move check harena.move.yaml",
            "begun, next allinone move backup harena.move.yaml",
            "backed-up, next allinone move migrate harena.move.yaml",
            "migrated, next allinone move verify harena.move.yaml",
            "verified, next allinone move cutover harena.move.yaml",
            "cut-over, next allinone move cleanup harena.move.yaml",
            "rolled-back, next allinone move migrate harena.move.yaml",
            "finished, next nothing");
  }

  @Test
  void saysWhatToDoAfterWhatWentWrong() throws IOException {
    move.upTo("verify");
    move.insert(Side.SOURCE, "left", "users", "3 late");
    move.run(new CutoverStep());
    assertThat(next()).isEqualTo("backed-up, next allinone move migrate harena.move.yaml");

    move.run(new MigrateStep());
    assertThat(next()).isEqualTo("migrated, next allinone move verify harena.move.yaml");
    move.answers.add(new Answer("health", false, "503"));
    move.run(new VerifyStep(false));
    assertThat(json().path("next").path("message").asText())
        .contains("the application does not work");

    Files.move(move.server(Side.SOURCE, "left").path(), folder.resolve("away"));
    TestMove other = new TestMove(folder);
    Files.delete(other.server(Side.SOURCE, "left").path());
    other.directory = "other.d";
    other.run(new CheckStep());
    assertThat(MoveReport.read(other.settings()).next().orElseThrow().verb()).isEqualTo("check");
  }

  @Test
  void everyStepHasItsTimeItsEndAndWhatEachStoreDid() throws IOException {
    move.upTo("check");
    move.hook =
        piece -> {
          if (piece.equals("backup right notes")) {
            throw new StoreFailure(Side.SOURCE, "no space left");
          }
        };
    assertThatThrownBy(() -> move.run(new BackupStep(false))).isInstanceOf(StoreFailure.class);

    JsonNode backup = json().path("steps").path(1);

    assertThat(backup.path("step").asText()).isEqualTo("backup");
    assertThat(backup.path("outcome").asText()).isEqualTo("failed");
    assertThat(backup.path("message").asText()).isEqualTo("no space left");
    assertThat(Instant.parse(backup.path("ended").asText()))
        .isAfterOrEqualTo(Instant.parse(backup.path("began").asText()));
    assertThat(backup.path("seconds").asDouble()).isNotNegative();
    JsonNode left = backup.path("stores").path(0);
    assertThat(left.path("store").asText()).isEqualTo("left");
    assertThat(left.path("phases").path(0).path("what").asText()).isEqualTo("copying");
    assertThat(left.path("phases").path(0).path("amount").asLong()).isEqualTo(3);
    assertThat(left.path("phases").path(0).path("unit").asText()).isEqualTo("items");
    assertThat(backup.path("stores").path(1).path("phases").path(0).path("amount").asLong())
        .isEqualTo(1);
  }

  @Test
  void aStepIsRunningWhileItsProcessLivesAndInterruptedAfterwards() throws IOException {
    Mortality mortality = new Mortality();
    JsonNode[] during = new JsonNode[1];
    move.clock = mortality;
    move.hook =
        piece -> {
          mortality.moment(piece);
          if (piece.equals("backup left users")) {
            try {
              during[0] = json().path("steps").path(0);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
            mortality.dieAt(1);
          }
        };
    assertThatThrownBy(() -> move.run(new BackupStep(false))).isInstanceOf(Mortality.Death.class);

    assertThat(during[0].path("outcome").asText()).isEqualTo("running");
    assertThat(during[0].path("message").asText())
        .isEqualTo("process %d is at work", ProcessHandle.current().pid());
    JsonNode after = json().path("steps").path(0);
    assertThat(after.path("outcome").asText()).isEqualTo("interrupted");
    assertThat(after.path("ended").isNull()).isTrue();
    assertThat(after.path("seconds").isNull()).isTrue();
  }

  @Test
  void aClockThatIsSetBackMakesNoNegativeTime() throws IOException {
    move.clock = new FallingClock();
    move.upTo("cutover");

    assertThat(move.sidesAreEqual()).isTrue();
    for (JsonNode step : json().path("steps")) {
      assertThat(step.path("seconds").asDouble()).isZero();
    }
  }

  /** The sample is what the page is made and tested from. */
  @Test
  void theReportHasTheKeysOfItsSample() throws IOException {
    move.upTo("verify");
    move.answers.add(new Answer("health", true, "200"));
    move.insert(Side.TARGET, "left", "users", "3 stray");
    move.insert(Side.TARGET, "left", "theirs", "1");
    move.run(new VerifyStep(false));
    try (InputStream sample = getClass().getResourceAsStream("/move-report.json")) {
      assertThat(keys(json())).isEqualTo(keys(new ObjectMapper().readTree(sample)));
    }
  }

  private static SortedSet<String> keys(JsonNode node) {
    SortedSet<String> keys = new TreeSet<>();
    collect(node, "", keys);
    return keys;
  }

  private static void collect(JsonNode node, String path, SortedSet<String> keys) {
    node.properties()
        .forEach(
            each -> {
              keys.add(path + each.getKey());
              collect(each.getValue(), path + each.getKey() + ".", keys);
            });
    if (node.isArray()) {
      node.forEach(each -> collect(each, path, keys));
    }
  }
}
