package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.ReleaseUploads;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3Client;

/** The release prefix through S3. */
public final class AwsReleaseUploads implements ReleaseUploads {
  private final S3Client s3;

  /** Uses the client. */
  public AwsReleaseUploads(S3Client s3) {
    this.s3 = s3;
  }

  @Override
  public boolean putIfAbsent(String bucket, String key, Path file) {
    return new AwsBackups(s3, bucket).putIfAbsent(key, file);
  }
}
