package com.harena.allinone.constructs.bundle;

import com.harena.allinone.machine.ParameterNames;
import java.nio.file.Path;
import java.util.Objects;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * The host bundle to release.
 *
 * @param zip the bundle's file
 * @param sha256 SHA-256 of the file, in lower-case hexadecimal digits
 * @param bucket the backup bucket
 * @param names names of the deployment's parameters
 */
public record HostBundleReleaseProps(
    Path zip, String sha256, IBucket bucket, ParameterNames names) {
  /** Refuses a checksum of another form. */
  public HostBundleReleaseProps {
    Objects.requireNonNull(zip, "zip");
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(names, "names");
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "host bundle has the checksum '%s': give a SHA-256 as 64 lower-case hexadecimal digits"
              .formatted(sha256));
    }
  }

  /** A builder; every part is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link HostBundleReleaseProps}. */
  public static final class Builder {
    private Path zip;
    private String sha256;
    private IBucket bucket;
    private ParameterNames names;

    private Builder() {}

    /** Sets the bundle's file. */
    public Builder zip(Path value) {
      zip = value;
      return this;
    }

    /** Sets the file's SHA-256. */
    public Builder sha256(String value) {
      sha256 = value;
      return this;
    }

    /** Sets the backup bucket. */
    public Builder bucket(IBucket value) {
      bucket = value;
      return this;
    }

    /** Sets the names of the deployment's parameters. */
    public Builder names(ParameterNames value) {
      names = value;
      return this;
    }

    /** The props. */
    public HostBundleReleaseProps build() {
      return new HostBundleReleaseProps(zip, sha256, bucket, names);
    }
  }
}
