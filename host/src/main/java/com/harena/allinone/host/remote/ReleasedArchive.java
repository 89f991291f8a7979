package com.harena.allinone.host.remote;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An archive of the release prefix.
 *
 * @param name its name below {@code releases/}; an uploaded one begins with its SHA-256
 */
public record ReleasedArchive(String name) {
  private static final Pattern HASHED = Pattern.compile("([0-9a-f]{64})/.+");
  private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9.-]+)/releases/(.+)");
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*[.]tar([.]gz)?");

  /** Refuses what is no name of an archive. */
  public ReleasedArchive {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "archive '%s' has no name that can be released: give letters, digits and ._- with .tar or .tar.gz at the end"
              .formatted(name));
    }
  }

  /**
   * The archive at an address of the bucket.
   *
   * @throws IllegalArgumentException if it is another bucket's or another prefix's
   */
  public static ReleasedArchive at(String address, String bucket) {
    Matcher matcher = ADDRESS.matcher(address);
    if (!matcher.matches() || !matcher.group(1).equals(bucket)) {
      throw new IllegalArgumentException(
          "archive '%s' is not where the instance may read: give s3://%s/releases/…"
              .formatted(address, bucket));
    }
    return new ReleasedArchive(matcher.group(2));
  }

  /** The SHA-256 that its name says. */
  public Optional<String> sha256() {
    Matcher matcher = HASHED.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
