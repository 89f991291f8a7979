package com.harena.allinone.host.backup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Kinds of failures of a backup, a restore or a drill. Their exit codes are stable: the container
 * that takes a backup hands one to the host, and whoever runs {@code allinone instance …} over Run
 * Command reads them.
 */
public enum BackupFault {
  /** A store failed or does not answer. */
  STORE_FAILED(80, "PostgreSQL, Redis or Elasticsearch failed, refused or does not answer"),
  /** The data volume has no room. */
  DISK_FULL(81, "the data volume has no room for it"),
  /** The machine has no memory to spare. */
  MEMORY_SHORT(82, "the machine has no memory to spare for it"),
  /** The backup is made, but the bucket has no copy. */
  UPLOAD_FAILED(83, "the backup is made and proven, but the bucket did not take its copy"),
  /** No backup has this id. */
  UNKNOWN_BACKUP(84, "there is no such backup; those that exist are listed"),
  /** What was restored is not what was backed up. */
  DIFFERS(85, "what was restored differs from the backup; what differs is printed"),
  /** The stores hold something. */
  NOT_EMPTY(86, "the stores are not empty; nothing was changed"),
  /** Another backup, restore or drill is at work. */
  BUSY(87, "another backup, restore or drill is at work"),
  /** A file of a backup is not what was written. */
  DAMAGED(88, "the backup is not what was written; its damaged files are named"),
  /** It ended without saying why. */
  ENDED(89, "it was ended from outside, or failed in a way of its own; see its log");

  private final int exitCode;
  private final String meaning;

  BackupFault(int exitCode, String meaning) {
    this.exitCode = exitCode;
    this.meaning = meaning;
  }

  /** The number that a command ends with. */
  public int exitCode() {
    return exitCode;
  }

  /** What it means, as the documentation says it. */
  public String meaning() {
    return meaning;
  }

  /** Its name in JSON, such as {@code disk-full}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that ends with this code. */
  public static Optional<BackupFault> ofExitCode(int code) {
    return Arrays.stream(values()).filter(fault -> fault.exitCode == code).findFirst();
  }
}
