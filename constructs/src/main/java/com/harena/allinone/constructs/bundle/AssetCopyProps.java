package com.harena.allinone.constructs.bundle;

import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.assets.Asset;

/**
 * What is copied, and where to.
 *
 * @param asset the asset, as the CDK command line uploads it
 * @param bucket bucket to copy to
 * @param key key to copy to
 * @param contentType MIME type of the copy
 * @param cacheControl {@code Cache-Control} of the copy; none unless given
 */
public record AssetCopyProps(
    Asset asset, IBucket bucket, String key, String contentType, Optional<String> cacheControl) {
  /** Refuses a key that begins with a slash or names a folder. */
  public AssetCopyProps {
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(cacheControl, "cacheControl");
    if (key.isEmpty() || key.startsWith("/") || key.endsWith("/")) {
      throw new IllegalArgumentException(
          "key '%s' cannot be copied to: give a whole key without a leading slash, such as bundles/1a2b/bundle.zip"
              .formatted(key));
    }
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link AssetCopyProps}. */
  public static final class Builder {
    private Asset asset;
    private IBucket bucket;
    private String key;
    private String contentType;
    private Optional<String> cacheControl = Optional.empty();

    private Builder() {}

    /** Sets the asset to copy. */
    public Builder asset(Asset value) {
      asset = value;
      return this;
    }

    /** Sets the bucket to copy to. */
    public Builder bucket(IBucket value) {
      bucket = value;
      return this;
    }

    /** Sets the key to copy to. */
    public Builder key(String value) {
      key = value;
      return this;
    }

    /** Sets the MIME type of the copy. */
    public Builder contentType(String value) {
      contentType = value;
      return this;
    }

    /** Sets the {@code Cache-Control} of the copy. */
    public Builder cacheControl(String value) {
      cacheControl = Optional.of(value);
      return this;
    }

    /** The props. */
    public AssetCopyProps build() {
      return new AssetCopyProps(asset, bucket, key, contentType, cacheControl);
    }
  }
}
