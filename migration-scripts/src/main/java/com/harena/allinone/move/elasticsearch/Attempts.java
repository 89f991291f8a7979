package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;

/** The attempts of one request: pauses between them, and ends them when they take too long. */
final class Attempts {
  private final Cluster cluster;
  private final Object what;
  private final Work work;
  private long since;
  private int failures;

  Attempts(Cluster cluster, Object what, Work work) {
    this.cluster = cluster;
    this.what = what;
    this.work = work;
  }

  /** There was no answer. */
  void lost(IOException cause) {
    if (cause instanceof SSLHandshakeException && !(cause.getCause() instanceof EOFException)) {
      throw new StoreFailure(
          cluster.side(),
          "%s: TLS failed: %s; name the cluster's authority in a PEM file, or the host its certificate names"
              .formatted(cluster, Unreachable.said(cause)),
          cause);
    }
    Duration limit = cluster.patience().lost();
    if (isOver(limit)) {
      throw new StoreFailure(
          cluster.side(),
          "%s: no answer to %s for %d s: %s; %s, then run the same command again"
              .formatted(
                  cluster,
                  what,
                  limit.toSeconds(),
                  Unreachable.said(cause),
                  Unreachable.mend(cause)),
          cause);
    }
    pause("%s does not answer".formatted(cluster));
  }

  /** It says that it is busy. */
  void busy(Reply reply) {
    busy(what.toString(), reply.status(), reply.reason());
  }

  /**
   * It says that it is busy.
   *
   * @param whose what got that answer, for a message
   */
  void busy(String whose, int status, String reason) {
    Duration limit = cluster.patience().busy();
    if (isOver(limit)) {
      throw cluster.failure(
          "%s was answered %d for %d s: %s; run the same command again when it has less to do"
              .formatted(whose, status, limit.toSeconds(), reason));
    }
    pause("%s is busy (%d)".formatted(cluster, status));
  }

  /** Something got done: from here on time counts anew. */
  void over() {
    if (failures > 0) {
      work.progress().waiting("");
    }
    failures = 0;
  }

  private boolean isOver(Duration limit) {
    if (failures == 0) {
      since = System.nanoTime();
    }
    return System.nanoTime() - since > limit.toNanos();
  }

  private void pause(String reason) {
    failures++;
    work.progress().waiting(reason);
    Pause.of(cluster.patience().pause(failures), work);
  }
}
