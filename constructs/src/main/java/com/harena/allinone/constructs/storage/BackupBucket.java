package com.harena.allinone.constructs.storage;

import com.harena.allinone.machine.BackupRetention;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * The bucket of backups ({@code backups/}), host bundles ({@code bundles/}) and releases ({@code
 * releases/}): private, encrypted, versioned, over TLS only. Like the data volume it outlives the
 * stack; unlike it also a first deployment that is rolled back, because the host bundle is in it by
 * then, and a bucket that is not empty cannot be deleted.
 *
 * <p>Only backups expire: after as many days as the blueprint keeps them, and for good {@value
 * BackupRetention#OLD_VERSION_DAYS} days later, so that a machine that stood still for a while
 * still has one. Bundles and releases stay, because an instance may start from an old one.
 */
public final class BackupBucket extends Construct {
  private final Bucket bucket;

  /**
   * Makes the bucket.
   *
   * @param keepDays days after which a backup expires
   */
  public BackupBucket(Construct scope, String id, int keepDays) {
    super(scope, id);
    BackupRetention retention = new BackupRetention(keepDays);
    bucket =
        Bucket.Builder.create(this, "Bucket")
            .versioned(true)
            .enforceSsl(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .encryption(BucketEncryption.S3_MANAGED)
            .lifecycleRules(List.of(expire(retention), forgetMarkers(), abortUploads()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    bucket.getPolicy().applyRemovalPolicy(RemovalPolicy.RETAIN);
  }

  private static LifecycleRule expire(BackupRetention retention) {
    return LifecycleRule.builder()
        .id(BackupRetention.EXPIRE)
        .prefix(BackupRetention.PREFIX)
        .expiration(Duration.days(retention.keepDays()))
        .noncurrentVersionExpiration(Duration.days(BackupRetention.OLD_VERSION_DAYS))
        .build();
  }

  /** S3 refuses this in a rule that also says a number of days. */
  private static LifecycleRule forgetMarkers() {
    return LifecycleRule.builder()
        .id(BackupRetention.FORGET)
        .prefix(BackupRetention.PREFIX)
        .expiredObjectDeleteMarker(true)
        .build();
  }

  private static LifecycleRule abortUploads() {
    return LifecycleRule.builder()
        .id(BackupRetention.ABORT)
        .abortIncompleteMultipartUploadAfter(Duration.days(BackupRetention.UNFINISHED_UPLOAD_DAYS))
        .build();
  }

  /** The bucket. */
  public IBucket bucket() {
    return bucket;
  }
}
