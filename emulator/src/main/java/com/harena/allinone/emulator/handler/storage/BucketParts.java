package com.harena.allinone.emulator.handler.storage;

import com.harena.allinone.emulator.handler.shape.Names;
import com.harena.allinone.emulator.handler.shape.Shape;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/** The properties of buckets that this emulator knows. */
final class BucketParts {
  private static final Names ENCRYPTION_NAMES =
      Names.of(
          Map.of(
              "ServerSideEncryptionConfiguration", "Rules",
              "ServerSideEncryptionByDefault", "ApplyServerSideEncryptionByDefault"));

  private final S3Client s3;

  BucketParts(S3Client s3) {
    this.s3 = s3;
  }

  List<BucketPart> all() {
    return List.of(
        encryption(), new LifecyclePart(lifecycle()), ownership(), publicAccess(), versioning());
  }

  private BucketPart encryption() {
    return new ShapedPart<>(
        "BucketEncryption",
        Shape.of(
            ServerSideEncryptionConfiguration.class,
            ServerSideEncryptionConfiguration::builder,
            ENCRYPTION_NAMES),
        (bucket, value) ->
            s3.putBucketEncryption(
                call -> call.bucket(bucket).serverSideEncryptionConfiguration(value)),
        bucket -> s3.deleteBucketEncryption(call -> call.bucket(bucket)),
        bucket ->
            s3.getBucketEncryption(call -> call.bucket(bucket))
                .serverSideEncryptionConfiguration());
  }

  private BucketPart lifecycle() {
    return new ShapedPart<>(
        "LifecycleConfiguration",
        Shape.of(BucketLifecycleConfiguration.class, BucketLifecycleConfiguration::builder),
        (bucket, value) ->
            s3.putBucketLifecycleConfiguration(
                call -> call.bucket(bucket).lifecycleConfiguration(value)),
        bucket -> s3.deleteBucketLifecycle(call -> call.bucket(bucket)),
        bucket ->
            BucketLifecycleConfiguration.builder()
                .rules(s3.getBucketLifecycleConfiguration(call -> call.bucket(bucket)).rules())
                .build());
  }

  private BucketPart ownership() {
    return new ShapedPart<>(
        "OwnershipControls",
        Shape.of(OwnershipControls.class, OwnershipControls::builder),
        (bucket, value) ->
            s3.putBucketOwnershipControls(call -> call.bucket(bucket).ownershipControls(value)),
        bucket -> s3.deleteBucketOwnershipControls(call -> call.bucket(bucket)),
        bucket -> s3.getBucketOwnershipControls(call -> call.bucket(bucket)).ownershipControls());
  }

  private BucketPart publicAccess() {
    return new ShapedPart<>(
        "PublicAccessBlockConfiguration",
        Shape.of(PublicAccessBlockConfiguration.class, PublicAccessBlockConfiguration::builder),
        (bucket, value) ->
            s3.putPublicAccessBlock(
                call -> call.bucket(bucket).publicAccessBlockConfiguration(value)),
        bucket -> s3.deletePublicAccessBlock(call -> call.bucket(bucket)),
        bucket ->
            s3.getPublicAccessBlock(call -> call.bucket(bucket)).publicAccessBlockConfiguration());
  }

  /** Versioning once enabled can only be suspended. */
  private BucketPart versioning() {
    VersioningConfiguration suspended =
        VersioningConfiguration.builder().status(BucketVersioningStatus.SUSPENDED).build();
    return new ShapedPart<>(
        "VersioningConfiguration",
        Shape.of(VersioningConfiguration.class, VersioningConfiguration::builder),
        (bucket, value) ->
            s3.putBucketVersioning(call -> call.bucket(bucket).versioningConfiguration(value)),
        bucket ->
            s3.putBucketVersioning(call -> call.bucket(bucket).versioningConfiguration(suspended)),
        bucket ->
            VersioningConfiguration.builder()
                .status(s3.getBucketVersioning(call -> call.bucket(bucket)).status())
                .build());
  }
}
