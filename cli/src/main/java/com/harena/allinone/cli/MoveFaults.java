package com.harena.allinone.cli;

import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.move.journal.JournalDamaged;
import com.harena.allinone.move.journal.MoveBusy;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.rehearsal.server.ServerUnavailable;
import java.util.Optional;

/** What a failure of a move ends with. */
final class MoveFaults {
  private MoveFaults() {}

  /** The code; empty when it is no failure of a move. */
  static Optional<ExitCode> exitCode(Throwable failure) {
    if (failure instanceof SecretUnavailable || failure.getCause() instanceof SecretUnavailable) {
      return Optional.of(ExitCode.SECRET_UNAVAILABLE);
    } else if (failure instanceof StoreFailure store) {
      return Optional.of(
          store.side() == Side.SOURCE ? ExitCode.SOURCE_FAILED : ExitCode.TARGET_FAILED);
    } else if (failure instanceof BackupDamaged) {
      return Optional.of(ExitCode.BACKUP_INVALID);
    } else if (failure instanceof MoveBusy) {
      return Optional.of(ExitCode.MOVE_BUSY);
    } else if (failure instanceof MoveInterrupted) {
      return Optional.of(ExitCode.INTERRUPTED);
    } else if (failure instanceof JournalDamaged) {
      return Optional.of(ExitCode.JOURNAL_DAMAGED);
    }
    return failure instanceof ServerUnavailable
        ? Optional.of(ExitCode.SERVER_UNAVAILABLE)
        : Optional.empty();
  }
}
