package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.Releases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;

/** The release prefix through S3. */
public final class AwsReleases implements Releases {
  /** S3 says "denied" of an absent object to whoever may not list the bucket. */
  private static final Set<String> ABSENT = Set.of("NoSuchKey", "AccessDenied");

  private final S3Client s3;

  /** Uses the client. */
  public AwsReleases(S3Client s3) {
    this.s3 = s3;
  }

  @Override
  public boolean fetch(String bucket, String key, Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
    return Call.find(
            "fetch s3://%s/%s".formatted(bucket, key),
            ABSENT,
            () ->
                s3.getObject(
                    request -> request.bucket(bucket).key(key), ResponseTransformer.toFile(file)))
        .isPresent();
  }
}
