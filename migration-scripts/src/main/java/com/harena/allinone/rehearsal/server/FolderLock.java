package com.harena.allinone.rehearsal.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** One process, and one thread of it, works in a folder at a time. */
final class FolderLock {
  private static final Object WITHIN_PROCESS = new Object();

  private FolderLock() {}

  /** Work that may fail to read or write. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  static void under(Path folder, Action action) {
    synchronized (WITHIN_PROCESS) {
      try {
        Files.createDirectories(folder);
        refuseForeign(folder);
        try (FileChannel channel =
                FileChannel.open(
                    folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          assert lock.isValid();
          action.run();
        }
      } catch (IOException e) {
        throw new ServerUnavailable("cannot prepare servers in %s: %s".formatted(folder, e), e);
      }
    }
  }

  /** What lies there is run, also by root: nobody else may have put it there. */
  private static void refuseForeign(Path folder) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
    Path probe = Files.createTempFile(folder, "owner", "");
    boolean ours = Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
    Files.delete(probe);
    if (!ours || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new ServerUnavailable(
          "%s is not ours alone, and programs in it would be run: remove it".formatted(folder));
    }
  }
}
