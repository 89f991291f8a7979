package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.Backups;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The backup prefix through S3; each upload says {@code If-None-Match}, as the role demands. */
public final class AwsBackups implements Backups {
  /** What S3 answers when there is an object of this key. */
  private static final Set<String> THERE = Set.of("PreconditionFailed", "412");

  private final S3Client s3;
  private final String bucket;

  /** Uses the client for this bucket. */
  public AwsBackups(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public boolean putIfAbsent(String key, Path file) {
    return Call.find(
            "put " + address(key),
            THERE,
            () ->
                s3.putObject(
                    request -> request.bucket(bucket).key(key).ifNoneMatch("*"),
                    RequestBody.fromFile(file)))
        .isPresent();
  }

  @Override
  public List<String> keys(String prefix) {
    return Call.make(
        "list " + address(prefix),
        () ->
            s3
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .sorted()
                .toList());
  }

  @Override
  public boolean fetch(String key, Path file) {
    return new AwsReleases(s3).fetch(bucket, key, file);
  }

  @Override
  public String address(String key) {
    return "s3://%s/%s".formatted(bucket, key);
  }
}
