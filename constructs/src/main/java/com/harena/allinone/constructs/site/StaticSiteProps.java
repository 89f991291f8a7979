package com.harena.allinone.constructs.site;

import java.time.Duration;
import java.util.Objects;

/**
 * How a static site is served.
 *
 * @param description what the site is, in a few words; descriptions begin with it
 * @param contentSecurityPolicy policy sent with what sets none of its own; {@link
 *     #DEFAULT_CONTENT_SECURITY_POLICY} unless given
 * @param strictTransport time for which browsers insist on TLS; one year unless given
 * @param oldVersions days for which an overwritten or deleted object can be had back; 30 unless
 *     given
 */
public record StaticSiteProps(
    String description, String contentSecurityPolicy, Duration strictTransport, int oldVersions) {
  /**
   * What breaks no site that was written without a policy: nobody may frame it, give it another
   * base address, embed plug-ins, or load over plain HTTP. Which scripts and styles a site may load
   * only its authors know: give a stricter policy.
   */
  public static final String DEFAULT_CONTENT_SECURITY_POLICY =
      "frame-ancestors 'none'; base-uri 'self'; object-src 'none'; upgrade-insecure-requests";

  /** Time for which browsers insist on TLS, unless another is given. */
  public static final Duration DEFAULT_STRICT_TRANSPORT = Duration.ofDays(365);

  /** Days for which an overwritten or deleted object can be had back, unless others are given. */
  public static final int DEFAULT_OLD_VERSIONS = 30;

  /** Refuses less than a day of old versions. */
  public StaticSiteProps {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(contentSecurityPolicy, "contentSecurityPolicy");
    Objects.requireNonNull(strictTransport, "strictTransport");
    if (oldVersions < 1) {
      throw new IllegalArgumentException(
          "old versions kept for %d days: give at least 1".formatted(oldVersions));
    }
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link StaticSiteProps}. */
  public static final class Builder {
    private String description;
    private String contentSecurityPolicy = DEFAULT_CONTENT_SECURITY_POLICY;
    private Duration strictTransport = DEFAULT_STRICT_TRANSPORT;
    private int oldVersions = DEFAULT_OLD_VERSIONS;

    private Builder() {}

    /** Sets what the site is. */
    public Builder description(String value) {
      description = value;
      return this;
    }

    /** Sets the content security policy. */
    public Builder contentSecurityPolicy(String value) {
      contentSecurityPolicy = value;
      return this;
    }

    /** Sets the time for which browsers insist on TLS. */
    public Builder strictTransport(Duration value) {
      strictTransport = value;
      return this;
    }

    /** Sets the days for which old versions are kept. */
    public Builder oldVersions(int value) {
      oldVersions = value;
      return this;
    }

    /** The props. */
    public StaticSiteProps build() {
      return new StaticSiteProps(description, contentSecurityPolicy, strictTransport, oldVersions);
    }
  }
}
