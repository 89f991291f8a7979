package com.harena.allinone.bundle;

/** Where a host bundle lies and how its parameter names it, whichever engine released it. */
public final class BundleRelease {
  /** The bundle's media type. */
  public static final String CONTENT_TYPE = "application/zip";

  /** The parameter's description. */
  public static final String DESCRIPTION = "The host bundle that the instance runs";

  private BundleRelease() {}

  /** The bundle's key in the backup bucket. */
  public static String key(String sha256) {
    return "bundles/" + sha256 + "/bundle.zip";
  }

  /**
   * The parameter's value.
   *
   * @param bucket name of the backup bucket, or what stands for a reference to it
   * @param sha256 SHA-256 of the bundle
   */
  public static String value(String bucket, String sha256) {
    return "{\"bucket\": \"%s\", \"key\": \"%s\", \"sha256\": \"%s\"}"
        .formatted(bucket, key(sha256), sha256);
  }
}
