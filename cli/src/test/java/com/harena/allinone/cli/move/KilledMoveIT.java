package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.store.BackupDamaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at random moments of every step, again and again. */
@ExtendWith(StacksExtension.class)
class KilledMoveIT {
  private static final int KILLS = Integer.getInteger("allinone.kills", 30);
  private static final int KILLS_OF_A_STEP = 4;

  @TempDir private Path folder;

  @Test
  void aMoveThatIsKilledAgainAndAgainGoesOnAndEndsEqual(Stacks stacks) {
    RandomMoments.run(
        moments -> {
          int kills = 0;
          int killedAtWork = 0;
          // A slow machine lets many a kill come before the program is at work: then more of them.
          for (int round = 1; kills < KILLS || missesWork(kills, killedAtWork); round++) {
            stacks.reset();
            MoveFolder move =
                new MoveFolder(stacks.plan(), Files.createDirectory(folder.resolve("" + round)));
            moments.within(move);
            kills += killed(move, moments, Math.max(KILLS - kills, KILLS_OF_A_STEP));
            stacks.assertSidesAreEqual();
            assertThat(stacks.oldSideTakesWrites()).as("the old side takes writes").isFalse();
            JournalProof.assertNothingFinishedIsDoneAgain(move.journal());
            assertThat(move.status().path("state").asText()).isEqualTo("cut-over");
            killedAtWork += killedAtWork(move);
          }
          assertThat(killedAtWork).as("kills in the midst of work").isGreaterThan(KILLS / 2);
        });
  }

  private static boolean missesWork(int kills, int killedAtWork) {
    return killedAtWork <= KILLS / 2 && kills < 2 * KILLS;
  }

  /** Runs a whole move, and kills it at most so many times; returns how often. */
  private static int killed(MoveFolder move, RandomMoments moments, int limit) throws IOException {
    int kills = 0;
    Map<Path, FileTime> finished = new HashMap<>();
    for (String verb : MoveFolder.VERBS) {
      int most = kills + Math.min(limit - kills, KILLS_OF_A_STEP);
      AllinoneProcess process = move.start(verb);
      while (kills < most && !process.endsWithin(moments.next())) {
        process.kill();
        kills++;
        assertKilledRunIsTold(move, verb);
        assertUnfinishedBackupsAreNone(move);
        assertFinishedFilesStay(move, finished);
        process = move.start(verb);
      }
      process.end().with(ExitCode.OK);
    }
    return kills;
  }

  /** How many runs began and did not come to say how they ended. */
  private static int killedAtWork(MoveFolder move) {
    List<String> types = move.journal().stream().map(it -> it.path("type").asText()).toList();
    return Collections.frequency(types, "begun") - Collections.frequency(types, "ended");
  }

  /** The run that was killed is not said to have ended well, nor to run still. */
  private static void assertKilledRunIsTold(MoveFolder move, String verb) {
    List<JsonNode> journal = move.journal();
    JsonNode status = move.statusHere();
    long begun = journal.stream().filter(it -> it.path("type").asText().equals("begun")).count();
    assertThat(status.path("steps").size()).isEqualTo((int) begun);
    if (!journal.isEmpty()
        && !journal.get(journal.size() - 1).path("type").asText().equals("ended")) {
      JsonNode last = status.path("steps").path((int) begun - 1);
      assertThat(last.path("step").asText()).isEqualTo(verb);
      assertThat(last.path("outcome").asText()).isEqualTo("interrupted");
    }
  }

  private static void assertUnfinishedBackupsAreNone(MoveFolder move) {
    for (Path backup : move.backups()) {
      if (!Files.exists(backup.resolve("manifest.json"))) {
        assertThatThrownBy(() -> BackupProof.prove(backup, bytes -> {}))
            .isInstanceOf(BackupDamaged.class);
      }
    }
  }

  /** What the journal calls finished in a backup is not written again. */
  private static void assertFinishedFilesStay(MoveFolder move, Map<Path, FileTime> finished)
      throws IOException {
    for (Map.Entry<Path, FileTime> file : finished.entrySet()) {
      assertThat(Files.getLastModifiedTime(file.getKey()))
          .as("%s was written", file.getKey())
          .isEqualTo(file.getValue());
    }
    for (JsonNode line : move.journal()) {
      if (line.path("piece").asText().equals("whole store")) {
        String[] scope = line.path("scope").asText().split("/", -1);
        Path store = move.directory().resolve("backups").resolve(scope[2]).resolve(scope[1]);
        try (Stream<Path> files = Files.walk(store)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            finished.put(file, Files.getLastModifiedTime(file));
          }
        }
      }
    }
  }
}
