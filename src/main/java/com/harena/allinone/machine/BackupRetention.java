package com.harena.allinone.machine;

/**
 * How long the backup bucket keeps what. Only backups expire: bundles and releases stay, because an
 * instance may start from an old one.
 *
 * @param keepDays days after which a backup expires
 */
public record BackupRetention(int keepDays) {
  /** Days for which an expired or replaced backup can still be brought back. */
  public static final int OLD_VERSION_DAYS = 30;

  /** Days after which the parts of an upload that never ended are deleted, anywhere. */
  public static final int UNFINISHED_UPLOAD_DAYS = 1;

  /** Where backups are in the bucket. */
  public static final String PREFIX = "backups/";

  /** The rule by which backups expire. */
  public static final String EXPIRE = "ExpireBackups";

  /** The rule by which the markers of deleted backups go; S3 refuses it beside a number of days. */
  public static final String FORGET = "ForgetExpiredBackups";

  /** The rule by which unfinished uploads go. */
  public static final String ABORT = "AbortUnfinishedUploads";

  /** Refuses to keep backups for less than a day. */
  public BackupRetention {
    if (keepDays < 1) {
      throw new IllegalArgumentException(
          "backups cannot be kept for %d days: give 1 or more".formatted(keepDays));
    }
  }
}
