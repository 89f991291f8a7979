package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Reads every document of an index as it was at one moment: by a point in time in slices, or by one
 * scroll where the cluster has none (several scrolls would see several moments).
 */
final class IndexReader {
  private static final long WORTH_A_SLICE = 4000;
  private static final int ATTEMPTS = 3;

  private final Cluster cluster;
  private final Version version;

  IndexReader(Cluster cluster, Version version) {
    this.cluster = cluster;
    this.version = version;
  }

  /** Where the documents of a slice go. */
  interface Target {
    /** Begins anew: a reading that was cut off is done again from its start. */
    void begin(int slices) throws IOException;

    /** Takes the documents of this slice; each slice has a thread of its own. */
    DocumentConsumer slice(int number) throws IOException;
  }

  /** Reads an index of a list, unless it cannot be read. */
  void read(IndexSummary index, Target target, Work work) throws IOException {
    if (index.obstacle().isPresent()) {
      throw cluster.failure(index.obstacle().get() + ", then run the same command again");
    }
    read(index.name(), index.documents(), target, work);
  }

  /**
   * Reads the index.
   *
   * @param roughly how many documents there are; decides only on the number of slices
   */
  void read(String index, long roughly, Target target, Work work) throws IOException {
    ScrollReader scroll = new ScrollReader(cluster, work);
    for (int attempt = 1; ; attempt++) {
      try {
        once(index, roughly, target, scroll, work);
        return;
      } catch (PointInTimeLost e) {
        if (attempt == ATTEMPTS) {
          throw cluster.failure(
              "index %s: %s, %d times; look why the cluster drops open searches, then run the same command again"
                  .formatted(index, e.getMessage(), ATTEMPTS));
        }
      }
    }
  }

  private void once(String index, long roughly, Target target, ScrollReader scroll, Work work)
      throws IOException {
    cluster.call(Request.of("POST", "/" + Request.encoded(index) + "/_refresh"), work);
    if (!version.hasPointInTime()) {
      target.begin(1);
      scroll.read(index, target.slice(0));
      return;
    }
    int slices = (int) Math.max(1, Math.min(work.jobs(), roughly / WORTH_A_SLICE));
    target.begin(slices);
    try (PointInTime moment = PointInTime.open(cluster, version, index, work)) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < slices; i++) {
        Slice slice = new Slice(i, slices);
        DocumentConsumer consumer = target.slice(i);
        tasks.add(
            () -> {
              moment.read(slice, consumer);
              return null;
            });
      }
      Parallel.run(tasks);
    }
  }
}
