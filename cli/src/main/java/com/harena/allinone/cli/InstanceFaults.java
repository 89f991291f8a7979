package com.harena.allinone.cli;

import com.harena.allinone.host.backup.BackupFault;

/** What a failure of a job on the instance ends with. */
final class InstanceFaults {
  private InstanceFaults() {}

  static ExitCode exitCode(BackupFault fault) {
    return switch (fault) {
      case STORE_FAILED -> ExitCode.STORE_FAILED;
      case DISK_FULL -> ExitCode.DISK_FULL;
      case MEMORY_SHORT -> ExitCode.MEMORY_SHORT;
      case UPLOAD_FAILED -> ExitCode.UPLOAD_FAILED;
      case UNKNOWN_BACKUP -> ExitCode.UNKNOWN_BACKUP;
      case DIFFERS -> ExitCode.RESTORE_DIFFERS;
      case NOT_EMPTY -> ExitCode.STORES_NOT_EMPTY;
      case BUSY -> ExitCode.INSTANCE_BUSY;
      case DAMAGED -> ExitCode.BACKUP_DAMAGED;
      case ENDED -> ExitCode.JOB_ENDED;
    };
  }
}
