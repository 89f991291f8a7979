package com.harena.allinone.constructs.site;

import com.harena.allinone.edge.SiteSettings;
import java.time.Duration;
import java.util.Objects;

/**
 * How a static site is served.
 *
 * @param description what the site is, in a few words; descriptions begin with it
 * @param contentSecurityPolicy policy sent with what sets none of its own; {@link
 *     SiteSettings#CONTENT_SECURITY_POLICY} unless given
 * @param strictTransport time for which browsers insist on TLS; one year unless given
 * @param oldVersions days for which an overwritten or deleted object can be had back; 30 unless
 *     given
 */
public record StaticSiteProps(
    String description, String contentSecurityPolicy, Duration strictTransport, int oldVersions) {
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
    private String contentSecurityPolicy = SiteSettings.CONTENT_SECURITY_POLICY;
    private Duration strictTransport = SiteSettings.STRICT_TRANSPORT;
    private int oldVersions = SiteSettings.OLD_VERSIONS;

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
