package com.harena.allinone.pulumi;

import com.harena.allinone.machine.BackupRetention;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.resources.Resource;
import java.util.List;

/**
 * The bucket of backups, host bundles and releases: private, encrypted, versioned, over TLS only,
 * and kept with its policy when the stack goes. Only backups expire.
 */
final class BackupBucket {
  private final PrivateBucket kept;

  /** Makes the bucket and its policy. */
  BackupBucket(Stage stage) {
    BackupRetention retention =
        new BackupRetention(stage.blueprint().services().backup().keepDays());
    kept =
        new PrivateBucket(
                stage,
                List.of(expire(retention), forgetMarkers(), abortUploads()),
                "Backups",
                "Bucket")
            .versioned();
    kept.keptPolicy();
  }

  private static BucketLifecycleConfigurationV2RuleArgs expire(BackupRetention retention) {
    return rule(BackupRetention.EXPIRE, BackupRetention.PREFIX)
        .expiration(
            BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                .days(retention.keepDays())
                .build())
        .noncurrentVersionExpiration(
            BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                .noncurrentDays(BackupRetention.OLD_VERSION_DAYS)
                .build())
        .build();
  }

  private static BucketLifecycleConfigurationV2RuleArgs forgetMarkers() {
    return rule(BackupRetention.FORGET, BackupRetention.PREFIX)
        .expiration(
            BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                .expiredObjectDeleteMarker(true)
                .build())
        .build();
  }

  private static BucketLifecycleConfigurationV2RuleArgs abortUploads() {
    return rule(BackupRetention.ABORT, "")
        .abortIncompleteMultipartUpload(
            BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                .daysAfterInitiation(BackupRetention.UNFINISHED_UPLOAD_DAYS)
                .build())
        .build();
  }

  private static BucketLifecycleConfigurationV2RuleArgs.Builder rule(String id, String prefix) {
    return BucketLifecycleConfigurationV2RuleArgs.builder()
        .id(id)
        .status("Enabled")
        .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix(prefix).build());
  }

  BucketV2 bucket() {
    return kept.bucket();
  }

  /** What is set on it: what is written into the bucket comes after. */
  List<Resource> settings() {
    return kept.settings();
  }
}
