package com.harena.allinone.compose;

import com.harena.allinone.blueprint.Size;
import java.util.List;

/**
 * PostgreSQL's settings as they follow from its container's memory limit. The figures come from a
 * run of pgbench at scale 10 with 8 clients, beside the other services under load: 136 to 147 MiB
 * at the peak with 96 MiB of shared buffers.
 *
 * @param sharedBuffersMebibytes three tenths of the limit: the 96 of 320 MiB that were measured
 * @param effectiveCacheSizeMebibytes three quarters of the limit: the page cache counts towards it
 *     and can use what no process does; a hint to the planner, not an allocation
 * @param maintenanceWorkMemMebibytes a twentieth of the limit, for each of three autovacuum workers
 * @param maxConnections what is left, at 6.4 MiB for each: the 51 MiB beyond the shared buffers
 *     that 8 clients took at most; at least 10, at most 200
 */
public record PostgresMemory(
    long sharedBuffersMebibytes,
    long effectiveCacheSizeMebibytes,
    long maintenanceWorkMemMebibytes,
    long maxConnections) {
  private static final int AUTOVACUUM_WORKERS = 3;
  private static final double CONNECTION_MEBIBYTES = 51.0 / 8;

  /** The settings for a limit. */
  public static PostgresMemory of(Size limit) {
    long mebibytes = limit.mebibytes();
    long sharedBuffers = mebibytes * 3 / 10;
    long maintenance = Math.max(1, mebibytes / 20);
    long left = mebibytes - sharedBuffers - AUTOVACUUM_WORKERS * maintenance;
    long connections = (long) (left / CONNECTION_MEBIBYTES);
    return new PostgresMemory(
        sharedBuffers, mebibytes * 3 / 4, maintenance, Math.max(10, Math.min(200, connections)));
  }

  /** The server's command line. */
  List<String> command() {
    return List.of(
        "postgres",
        "-c",
        "shared_buffers=" + sharedBuffersMebibytes + "MB",
        "-c",
        "effective_cache_size=" + effectiveCacheSizeMebibytes + "MB",
        "-c",
        "maintenance_work_mem=" + maintenanceWorkMemMebibytes + "MB",
        "-c",
        "max_connections=" + maxConnections);
  }
}
