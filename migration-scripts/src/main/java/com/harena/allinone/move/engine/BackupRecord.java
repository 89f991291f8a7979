package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Side;
import java.time.Instant;
import java.util.Optional;

/**
 * A backup, as the journal tells it.
 *
 * @param folder its name below {@code backups}
 * @param side where it comes from
 * @param finished when; empty until then
 * @param files how many
 * @param bytes how much
 */
public record BackupRecord(
    String folder, Side side, Optional<Instant> finished, long files, long bytes) {}
