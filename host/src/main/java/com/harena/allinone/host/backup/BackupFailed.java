package com.harena.allinone.host.backup;

/** A backup, restore or drill that did not come to its end. */
public final class BackupFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient BackupFault fault;

  /** Says what failed, the values, and how to mend it; no secret. */
  public BackupFailed(BackupFault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** The same with the exception that tells more. */
  public BackupFailed(BackupFault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** What kind of failure it is. */
  public BackupFault fault() {
    return fault;
  }
}
