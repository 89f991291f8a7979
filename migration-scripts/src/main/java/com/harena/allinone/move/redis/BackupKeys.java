package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** The keys of a backup. */
final class BackupKeys implements Keys {
  private final Path file;
  private final Work work;

  BackupKeys(Path file, Work work) {
    this.file = file;
    this.work = work;
  }

  @Override
  public void read(Predicate<KeyId> wanted, KeyHandler handler) throws IOException {
    try (BackupReader reader = new BackupReader(file, 0)) {
      long place = 0;
      for (BackupReader.Key key = reader.next(); key != null; key = reader.next()) {
        if (reader.resumeAt() != place) {
          place = reader.resumeAt();
          work.proceed();
        }
        if (wanted.test(key.id())) {
          handler.key(key.id(), key.expiry(), key.length(), reader.dump());
        }
      }
    }
  }

  /** A backup has no clock: what has expired since is for the other side's to say. */
  @Override
  public long now() {
    return Long.MIN_VALUE;
  }
}
