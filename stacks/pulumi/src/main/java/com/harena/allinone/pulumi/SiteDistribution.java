package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.edge.DistributionSettings;
import com.harena.allinone.edge.OriginTimes;
import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionCustomErrorResponseArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsGeoRestrictionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionViewerCertificateArgs;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * CloudFront before a static site and an instance: pages from the site's bucket, the API from the
 * instance, and the sleep page, with status 503, in place of what CloudFront answers when the
 * instance does not.
 */
final class SiteDistribution {
  private SiteDistribution() {}

  /**
   * Makes the distribution, once the way to the instance is open.
   *
   * @param sleepPage what must be in the site's bucket before
   */
  static Distribution of(
      Stage stage, StaticSite site, InstanceOrigin instance, Resource sleepPage) {
    Blueprint blueprint = stage.blueprint();
    Behaviors behaviors =
        new Behaviors(originId(blueprint, "Origin1"), originId(blueprint, "Origin2"), site);
    DistributionArgs.Builder arguments =
        DistributionArgs.builder()
            .enabled(true)
            .comment(blueprint.deployment())
            .defaultRootObject(DistributionSettings.ROOT_OBJECT)
            .httpVersion("http2and3")
            .isIpv6Enabled(true)
            .priceClass("PriceClass_100")
            .origins(
                siteOrigin(behaviors.siteOrigin(), site),
                instanceOrigin(behaviors.instanceOrigin(), instance))
            .defaultCacheBehavior(behaviors.pages())
            .orderedCacheBehaviors(behaviors.ownFiles(), behaviors.api())
            .customErrorResponses(
                DistributionSettings.NO_ANSWER.stream().map(SiteDistribution::asleep).toList())
            .restrictions(
                DistributionRestrictionsArgs.builder()
                    .geoRestriction(
                        DistributionRestrictionsGeoRestrictionArgs.builder()
                            .restrictionType("none")
                            .build())
                    .build())
            .viewerCertificate(certificate(blueprint));
    blueprint.site().domain().ifPresent(domain -> arguments.aliases(domain.value()));
    List<Resource> after = new ArrayList<>(instance.opened());
    after.add(sleepPage);
    return new Distribution(
        LogicalId.of("Edge", "Distribution", "Default", "Resource"),
        arguments.build(),
        stage.options().additionalSecretOutputs("origins").dependsOn(after).build());
  }

  /** The id that the CDK makes up, of the whole path. */
  private static String originId(Blueprint blueprint, String word) {
    return LogicalId.of(blueprint.deployment(), "Edge", "Distribution", word);
  }

  private static DistributionOriginArgs siteOrigin(String id, StaticSite site) {
    return DistributionOriginArgs.builder()
        .originId(id)
        .domainName(site.bucket().bucketRegionalDomainName())
        .originAccessControlId(site.access().id())
        .build();
  }

  private static DistributionOriginArgs instanceOrigin(String id, InstanceOrigin instance) {
    DistributionOriginArgs.Builder origin =
        DistributionOriginArgs.builder()
            .originId(id)
            .connectionAttempts(OriginTimes.CONNECTION_ATTEMPTS)
            .connectionTimeout(Math.toIntExact(OriginTimes.CONNECTION_TIMEOUT.toSeconds()));
    instance.arguments().accept(origin);
    return origin.build();
  }

  private static DistributionCustomErrorResponseArgs asleep(int status) {
    return DistributionCustomErrorResponseArgs.builder()
        .errorCode(status)
        .responseCode(DistributionSettings.ASLEEP)
        .responsePagePath(DistributionSettings.SLEEP_PATH)
        .errorCachingMinTtl(DistributionSettings.NO_ANSWER_SECONDS)
        .build();
  }

  /** Without a domain the certificate is CloudFront's own, for which it fixes the protocol. */
  private static DistributionViewerCertificateArgs certificate(Blueprint blueprint) {
    return blueprint
        .site()
        .certificate()
        .map(
            certificate ->
                DistributionViewerCertificateArgs.builder()
                    .acmCertificateArn(certificate.value())
                    .sslSupportMethod("sni-only")
                    .minimumProtocolVersion("TLSv1.2_2021")
                    .build())
        .orElseGet(
            () ->
                DistributionViewerCertificateArgs.builder()
                    .cloudfrontDefaultCertificate(true)
                    .build());
  }
}
