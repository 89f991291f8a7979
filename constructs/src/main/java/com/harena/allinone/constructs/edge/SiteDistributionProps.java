package com.harena.allinone.constructs.edge;

import com.harena.allinone.constructs.site.StaticSite;
import com.harena.allinone.edge.DistributionSettings;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.cloudfront.PriceClass;

/**
 * What a distribution serves, and where.
 *
 * @param description what it is, in a few words
 * @param site the static site
 * @param instance the way to the instance
 * @param domain domain that viewers use; CloudFront's own name without one
 * @param certificate certificate of the domain, in us-east-1
 * @param apiPath paths that go to the instance; {@code /api/*} unless given
 * @param priceClass edge locations used; North America and Europe, the cheapest, unless given
 */
public record SiteDistributionProps(
    String description,
    StaticSite site,
    InstanceOrigin instance,
    Optional<String> domain,
    Optional<ICertificate> certificate,
    String apiPath,
    PriceClass priceClass) {
  /** CloudFront's limit. */
  private static final int LONGEST_DESCRIPTION = 128;

  /** Refuses a domain without certificate and the reverse. */
  public SiteDistributionProps {
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(priceClass, "priceClass");
    if (description.length() > LONGEST_DESCRIPTION) {
      throw new IllegalArgumentException(
          "description '%s' has %d characters: CloudFront takes %d"
              .formatted(description, description.length(), LONGEST_DESCRIPTION));
    }
    if (domain.isPresent() != certificate.isPresent()) {
      throw new IllegalArgumentException(
          "domain %s %s a certificate: give both or neither"
              .formatted(domain.orElse("(none)"), certificate.isPresent() ? "with" : "without"));
    }
    if (!apiPath.startsWith("/")) {
      throw new IllegalArgumentException(
          "API path '%s': give a path pattern such as /api/*".formatted(apiPath));
    }
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SiteDistributionProps}. */
  public static final class Builder {
    private String description;
    private StaticSite site;
    private InstanceOrigin instance;
    private Optional<String> domain = Optional.empty();
    private Optional<ICertificate> certificate = Optional.empty();
    private String apiPath = DistributionSettings.API_PATH;
    private PriceClass priceClass = PriceClass.PRICE_CLASS_100;

    private Builder() {}

    /** Sets what it is. */
    public Builder description(String value) {
      description = value;
      return this;
    }

    /** Sets the static site. */
    public Builder site(StaticSite value) {
      site = value;
      return this;
    }

    /** Sets the way to the instance. */
    public Builder instance(InstanceOrigin value) {
      instance = value;
      return this;
    }

    /** Sets the domain and its certificate in us-east-1. */
    public Builder domain(String value, ICertificate itsCertificate) {
      domain = Optional.of(value);
      certificate = Optional.of(itsCertificate);
      return this;
    }

    /** Sets the paths that go to the instance. */
    public Builder apiPath(String value) {
      apiPath = value;
      return this;
    }

    /** Sets the edge locations used. */
    public Builder priceClass(PriceClass value) {
      priceClass = value;
      return this;
    }

    /** The props. */
    public SiteDistributionProps build() {
      return new SiteDistributionProps(
          description, site, instance, domain, certificate, apiPath, priceClass);
    }
  }
}
