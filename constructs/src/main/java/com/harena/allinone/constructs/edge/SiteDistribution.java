package com.harena.allinone.constructs.edge;

import com.harena.allinone.edge.DistributionSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.constructs.Construct;

/**
 * CloudFront before a static site and an instance: pages from the site's bucket, the API from the
 * instance with every method and no caching, and the sleep page, with status 503, in place of 502
 * and 504, which CloudFront answers when the instance does not. No other error is touched, so that
 * a 403 or 404 of the API stays what it is.
 *
 * <p>With a domain viewers must speak TLS 1.2 or later; without one the certificate is CloudFront's
 * own, for which it fixes the oldest protocol itself.
 */
public final class SiteDistribution extends Construct {
  private final Distribution distribution;

  /** Makes the distribution, once the way to the instance is open. */
  public SiteDistribution(Construct scope, String id, SiteDistributionProps props) {
    super(scope, id);
    Distribution.Builder builder =
        Distribution.Builder.create(this, "Default")
            .comment(props.description())
            .defaultRootObject(DistributionSettings.ROOT_OBJECT)
            .defaultBehavior(props.site().pages())
            .additionalBehaviors(behaviors(props))
            .errorResponses(
                DistributionSettings.NO_ANSWER.stream().map(SiteDistribution::asleep).toList())
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .priceClass(props.priceClass());
    props.domain().ifPresent(domain -> builder.domainNames(List.of(domain)));
    props
        .certificate()
        .ifPresent(
            certificate ->
                builder
                    .certificate(certificate)
                    .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021));
    distribution = builder.build();
    distribution.getNode().addDependency(props.instance());
    Annotations.of(this)
        .acknowledgeWarning(
            "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk",
            "the root object and the page routing keep the listing from being asked for");
  }

  private static Map<String, BehaviorOptions> behaviors(SiteDistributionProps props) {
    Map<String, BehaviorOptions> behaviors = new LinkedHashMap<>();
    behaviors.put(DistributionSettings.OWN_PATH, props.site().uncachedFiles());
    behaviors.put(props.apiPath(), api(props));
    return behaviors;
  }

  /** Plain HTTP is refused, not redirected: a request's credentials would already have leaked. */
  private static BehaviorOptions api(SiteDistributionProps props) {
    return BehaviorOptions.builder()
        .origin(props.instance().origin())
        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        .cachePolicy(CachePolicy.CACHING_DISABLED)
        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
        .responseHeadersPolicy(props.site().headers())
        .build();
  }

  private static ErrorResponse asleep(int status) {
    return ErrorResponse.builder()
        .httpStatus(status)
        .responseHttpStatus(DistributionSettings.ASLEEP)
        .responsePagePath(DistributionSettings.SLEEP_PATH)
        .ttl(Duration.seconds(DistributionSettings.NO_ANSWER_SECONDS))
        .build();
  }

  /** The distribution. */
  public Distribution distribution() {
    return distribution;
  }
}
