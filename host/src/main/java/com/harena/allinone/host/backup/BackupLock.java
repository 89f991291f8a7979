package com.harena.allinone.host.backup;

import com.harena.allinone.move.journal.Durable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one backup, restore or drill at a time work on this machine, in whichever container. */
public final class BackupLock {
  private static final String NAME = ".lock";

  private BackupLock() {}

  /** Work that is done alone. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Does the work alone; the lock ends with it, or with the process.
   *
   * @throws BackupFailed if another process has the lock
   */
  static void under(Path folder, Work work) throws IOException {
    Durable.createFolder(folder);
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!isLocked(channel)) {
        throw new BackupFailed(
            BackupFault.BUSY,
            "another backup, restore or drill works in %s: wait until it has ended"
                .formatted(folder));
      }
      work.run();
    }
  }

  /** Whether nobody works in the folder at this moment. */
  public static boolean isFree(Path folder) throws IOException {
    Durable.createFolder(folder);
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      return isLocked(channel);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
