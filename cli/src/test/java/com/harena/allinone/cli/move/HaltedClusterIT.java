package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.cli.move.AllinoneProcess.Ended;
import com.harena.allinone.move.store.Side;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Servers that stand still, stop or start again in the midst of a copy. */
@ExtendWith(ClustersExtension.class)
class HaltedClusterIT {
  /** How long a server stands still. */
  private static final int FROZEN_SECONDS = Integer.getInteger("allinone.frozen.seconds", 2);

  @TempDir private Path folder;

  private MoveFolder move;

  @BeforeEach
  void fill(Clusters clusters) {
    clusters
        .reset()
        .fill("a-first", new SampleDocuments(500, 100))
        .fill("b-second", new SampleDocuments(8_000, 2_000))
        .fill("c-third", new SampleDocuments(8_000, 2_000));
    move = new MoveFolder(clusters.plan(), folder);
  }

  @Test
  void aServerThatStandsStillIsWaitedFor(Clusters clusters) {
    standsStill(clusters, "backup", Side.SOURCE);
    standsStill(clusters, "migrate", Side.TARGET);
    clusters.assertSidesAreEqual();
  }

  private void standsStill(Clusters clusters, String verb, Side side) {
    AllinoneProcess process = startAndAwaitFirstIndex(verb);
    clusters.server(side).suspend();
    try {
      assertThat(process.endsWithin(FROZEN_SECONDS * 1000L)).as("%s waits", verb).isFalse();
    } finally {
      clusters.server(side).resume();
    }
    process.end().with(ExitCode.OK);
    assertThat(lastOutcome()).isEqualTo("done");
  }

  /** Half a minute of patience goes by, which is long for every build: other tests have less. */
  @Test
  @EnabledIfSystemProperty(named = "allinone.frozen.seconds", matches = "[1-9]\\d+")
  void aServerThatEndsIsAFailureOfItsSideAndTheSameCommandGoesOn(Clusters clusters) {
    AllinoneProcess backup = startAndAwaitFirstIndex("backup");
    clusters.server(Side.SOURCE).stop();
    try {
      assertThat(backup.end().with(ExitCode.SOURCE_FAILED).complaint())
          .contains(clusters.server(Side.SOURCE).address() + " (source): no answer to")
          .contains("the connection is refused", "run the same command again");
    } finally {
      clusters.server(Side.SOURCE).restart();
    }
    move.run("backup").with(ExitCode.OK);
    assertThat(firstIndexDone("backup")).as("a-first is read once").isEqualTo(1);
    move.run("migrate").with(ExitCode.OK);
    clusters.assertSidesAreEqual();
  }

  @Test
  void aTargetThatIsStartedAgainIsWaitedForOrNamedAndTheSameCommandGoesOn(Clusters clusters) {
    move.run("backup").with(ExitCode.OK);
    AllinoneProcess migrate = startAndAwaitFirstIndex("migrate");
    clusters.server(Side.TARGET).kill();
    clusters.server(Side.TARGET).restart();
    Ended ended = migrate.end();
    if (ended.code() != ExitCode.OK.code()) {
      assertThat(ended.with(ExitCode.TARGET_FAILED).complaint())
          .contains(clusters.server(Side.TARGET).address() + " (target)");
      move.run("migrate").with(ExitCode.OK);
    }
    clusters.assertSidesAreEqual();
  }

  /** Two of three indices are still to come, or a part of them. */
  private AllinoneProcess startAndAwaitFirstIndex(String verb) {
    AllinoneProcess process = move.start(verb);
    Awaiting.until(
        verb + " to be through with an index",
        () -> {
          assertThat(process.isAlive()).as("%s ended: %s", verb, process.said()).isTrue();
          return firstIndexDone(verb) > 0;
        });
    return process;
  }

  private long firstIndexDone(String verb) {
    return move.journal().stream()
        .filter(line -> line.path("type").asText().equals("checkpoint"))
        .filter(line -> line.path("scope").asText().startsWith(verb))
        .filter(line -> line.path("piece").asText().endsWith(":a-first"))
        .count();
  }

  private String lastOutcome() {
    return move.lastRun().path("outcome").asText();
  }
}
