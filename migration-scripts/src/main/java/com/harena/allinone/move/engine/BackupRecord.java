package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Side;
import java.time.Instant;
import java.util.Optional;

/**
 * A backup, as the journal tells it.
 *
 * @param folder its name below {@code backups}
 * @param side where it comes from
 * @param tool version of allinone that began it
 * @param begun when
 * @param finished when; empty until then
 * @param files how many
 * @param bytes how much
 */
public record BackupRecord(
    String folder,
    Side side,
    String tool,
    Instant begun,
    Optional<Instant> finished,
    long files,
    long bytes) {
  /** The same, finished at that time. */
  BackupRecord finishedAt(Instant at, long allFiles, long allBytes) {
    return new BackupRecord(folder, side, tool, begun, Optional.of(at), allFiles, allBytes);
  }
}
