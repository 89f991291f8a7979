package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.move.store.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} when some indices of the old side are frozen and some are not. */
@ExtendWith(ClustersExtension.class)
class KilledFreezeIT {
  private static final List<String> WRITABLE =
      IntStream.range(10, 26).mapToObj(number -> "index-" + number).toList();

  @TempDir private Path folder;

  @Test
  void neitherRollbackNorTheResumedCutoverLeavesABlockBehind(Clusters clusters) {
    clusters.reset().fill("blocked", new SampleDocuments(3, 100));
    WRITABLE.forEach(index -> clusters.fill(index, new SampleDocuments(3, 100)));
    clusters.send(Side.SOURCE, "PUT", "/blocked/_settings", "{\"index.blocks.write\": true}");
    MoveFolder move = new MoveFolder(clusters.plan(), folder);
    for (String verb : List.of("backup", "migrate", "verify")) {
      move.run(verb).with(ExitCode.OK);
    }

    killInTheMidstOfAFreeze(clusters, move);
    assertThat(move.run("status").with(ExitCode.OK).out()).contains("frozen", "rollback");
    move.run("rollback").with(ExitCode.OK);
    assertOpen(clusters);

    killInTheMidstOfAFreeze(clusters, move);
    move.run("verify").with(ExitCode.OK);
    move.run("cutover").with(ExitCode.OK);
    assertThat(frozen(clusters)).as("the new side serves").isEqualTo(WRITABLE.size());
    move.run("rollback").with(ExitCode.OK);
    assertOpen(clusters);
    clusters.assertSidesAreEqual();
  }

  private static void killInTheMidstOfAFreeze(Clusters clusters, MoveFolder move) {
    AllinoneProcess process = move.start("cutover");
    Awaiting.until(
        "the first frozen index",
        () -> {
          assertThat(process.isAlive()).as("cutover ended: %s", process.said()).isTrue();
          return frozen(clusters) > 0;
        });
    process.kill();
    assertThat(frozen(clusters)).isBetween(1L, WRITABLE.size() - 1L);
  }

  private static long frozen(Clusters clusters) {
    return clusters
        .ask(Side.SOURCE, "/index-*/_settings/index.blocks.write?flat_settings=true")
        .propertyStream()
        .filter(index -> index.getValue().path("settings").has("index.blocks.write"))
        .count();
  }

  /** As it was before: one index is blocked, by its owner, and the cluster makes new ones. */
  private static void assertOpen(Clusters clusters) {
    assertThat(frozen(clusters)).as("indices with a block").isZero();
    assertThat(clusters.blocks(Side.SOURCE, "blocked").toString())
        .isEqualTo("{\"index.blocks.write\":\"true\"}");
    assertThat(clusters.ask(Side.SOURCE, "/_cluster/settings").path("persistent")).isEmpty();
    clusters.send(Side.SOURCE, "PUT", "/index-10/_doc/probe?refresh=true", "{}");
    clusters.send(Side.SOURCE, "DELETE", "/index-10/_doc/probe?refresh=true", "");
  }
}
