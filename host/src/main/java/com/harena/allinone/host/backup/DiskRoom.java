package com.harena.allinone.host.backup;

import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.FreeDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the data volume has room, before the work and when it failed. */
public final class DiskRoom {
  /** What must stay free for the services themselves: 256 MiB. */
  public static final long RESERVE_BYTES = 256L << 20;

  private static final String FULL = "No space left on device";
  private static final String MEND = "free space there, or raise disk.size in the blueprint";

  private DiskRoom() {}

  /**
   * Refuses work that the volume has no room for.
   *
   * @param bytes what it may write
   * @param reserve bytes that must stay free beside that
   * @throws BackupFailed with both figures
   */
  static void need(String work, Path folder, long bytes, long reserve) throws IOException {
    long free = FreeDisk.below(folder);
    if (free < bytes + reserve) {
      throw new BackupFailed(
          BackupFault.DISK_FULL,
          "%s: %s has %s free, %s needed (%s for it, %s in reserve); %s"
              .formatted(
                  work,
                  folder,
                  text(free),
                  text(bytes + reserve),
                  text(bytes),
                  text(reserve),
                  MEND));
    }
  }

  /** The failure, if the disk ran full is what it says anywhere. */
  static Optional<BackupFailed> full(String work, Path folder, Throwable failure) {
    boolean full =
        Stream.iterate(failure, it -> it != null, Throwable::getCause)
            .anyMatch(it -> String.valueOf(it.getMessage()).contains(FULL));
    return full
        ? Optional.of(
            new BackupFailed(
                BackupFault.DISK_FULL,
                "%s: %s ran full: %s; %s".formatted(work, folder, failure.getMessage(), MEND),
                failure))
        : Optional.empty();
  }

  private static String text(long bytes) {
    return Amounts.bytes((double) bytes);
  }
}
