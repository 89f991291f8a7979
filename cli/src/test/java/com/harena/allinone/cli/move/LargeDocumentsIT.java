package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.move.store.Side;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents of which few fit into the heap of the process that moves them.
 *
 * <p>The system property {@code allinone.large.documents} says how many times as many as here.
 */
@ExtendWith(ClustersExtension.class)
class LargeDocumentsIT {
  private static final int TIMES = Integer.getInteger("allinone.large.documents", 1);
  private static final SampleDocuments LARGE = new SampleDocuments(15 * TIMES, 3 << 20);
  private static final SampleDocuments LARGER = new SampleDocuments(6 * TIMES, 10 << 20);

  @TempDir private Path folder;

  @Test
  void moveInAHeapOf128Mebibytes(Clusters clusters) {
    clusters.reset().fill("large", LARGE).fill("larger", LARGER);
    try {
      MoveFolder move = new MoveFolder(clusters.plan(), folder);
      for (String verb : List.of("backup", "migrate", "verify")) {
        long began = System.nanoTime();
        move.run(verb).with(ExitCode.OK);
        System.out.printf(
            "%s of %d MiB of large documents: %.1f s%n",
            verb, 105 * TIMES, (System.nanoTime() - began) / 1e9);
      }
      assertArrived(clusters, "large", LARGE.count());
      assertArrived(clusters, "larger", LARGER.count());
    } finally {
      clusters.reset();
    }
  }

  /** All of them by number, some by their content: verify has compared each. */
  private static void assertArrived(Clusters clusters, String index, int count) {
    assertThat(clusters.ask(Side.TARGET, "/" + index + "/_count").path("count").asInt())
        .isEqualTo(count);
    for (int i = 0; i < count; i += 13) {
      String path = "/" + index + "/_source/" + SampleDocuments.id(i);
      assertThat(clusters.send(Side.TARGET, "GET", path, "").hashCode())
          .as(path)
          .isEqualTo(clusters.send(Side.SOURCE, "GET", path, "").hashCode());
    }
  }
}
