package com.harena.allinone.host.backup;

/**
 * How a backup is taken.
 *
 * @param tool version of allinone
 * @param keepDays days that a backup stays on the data volume
 * @param reserveBytes bytes that must stay free on the volume
 */
public record DumpSettings(String tool, int keepDays, long reserveBytes) {
  /** Refuses what would throw away everything. */
  public DumpSettings {
    if (keepDays < 1) {
      throw new IllegalArgumentException(
          "backups are kept %d days; allowed: 1 or more".formatted(keepDays));
    }
  }
}
