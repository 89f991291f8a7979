package com.harena.allinone.move.step;

import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.store.Progress.Unit;
import java.io.IOException;
import java.nio.file.Path;

/** A backup that is read only once every file of it is what was written. */
final class ProvenBackup {
  private ProvenBackup() {}

  /** Proves the backup of a folder, with progress; its manifest. */
  static Manifest manifest(MoveSession session, Path folder) throws IOException {
    return session.look(
        "backup",
        work -> {
          work.progress().begin("proving the backup", 0, Unit.BYTES);
          return BackupProof.prove(
              folder,
              bytes -> {
                work.progress().advance(bytes);
                work.proceed();
              });
        });
  }
}
