package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Whether a cluster that serves has disk and heap for one more index for a while. */
final class DrillRoom {
  /** Compressed documents take about so many times their bytes as an index while it is loaded. */
  private static final int GROWTH = 8;

  private static final int MOST_HEAP_PERCENT = 85;
  private static final int LOOKS = 60;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Cluster cluster;

  DrillRoom(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Fails with the figures when there is no room; waits a while for a heap that is in use. */
  void need(String index, List<Path> files, Work work) throws IOException {
    long needed = 0;
    for (Path file : files) {
      needed += Files.size(file) * GROWTH;
    }
    JsonNode nodes = cluster.get("/_nodes/stats/fs", work).path("nodes");
    for (JsonNode node : nodes) {
      JsonNode total = node.path("fs").path("total");
      long room =
          new Watermark(0.85, 0)
              .room(
                  total.path("total_in_bytes").asLong(), total.path("available_in_bytes").asLong());
      if (room < needed) {
        throw cluster.failure(
            "no room to try index %s: %s needed, %s free below 85 %% of the disk; free space there, or give it a larger disk"
                .formatted(index, text(needed), text(room)));
      }
    }
    heap(index, work);
  }

  private void heap(String index, Work work) {
    int used = usedPercent(work);
    for (int look = 1; used > MOST_HEAP_PERCENT; look++) {
      if (look == LOOKS) {
        throw cluster.failure(
            "no heap to try index %s: %d %% in use for two minutes, allowed are %d %%; see what searches it, or raise services.elasticsearch.heap"
                .formatted(index, used, MOST_HEAP_PERCENT));
      }
      Pause.of(PAUSE, work);
      used = usedPercent(work);
    }
  }

  private int usedPercent(Work work) {
    int used = 0;
    for (JsonNode node : cluster.get("/_nodes/stats/jvm", work).path("nodes")) {
      used = Math.max(used, node.path("jvm").path("mem").path("heap_used_percent").asInt());
    }
    return used;
  }

  private static String text(long bytes) {
    return Amounts.bytes((double) bytes);
  }
}
