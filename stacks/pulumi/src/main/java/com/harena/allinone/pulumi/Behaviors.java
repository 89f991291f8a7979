package com.harena.allinone.pulumi;

import com.harena.allinone.edge.DistributionSettings;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorFunctionAssociationArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorArgs;
import java.util.List;

/**
 * What the distribution does with which path.
 *
 * @param siteOrigin id of the origin that is the site's bucket
 * @param instanceOrigin id of the origin that is the instance
 * @param site the site
 */
record Behaviors(String siteOrigin, String instanceOrigin, StaticSite site) {
  /** CloudFront's own default, which the provider wants said. */
  private static final List<String> READ = List.of("GET", "HEAD");

  private static final List<String> EVERYTHING =
      List.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE");

  /** Pages: cached as the objects say, found by the function. */
  DistributionDefaultCacheBehaviorArgs pages() {
    return DistributionDefaultCacheBehaviorArgs.builder()
        .targetOriginId(siteOrigin)
        .viewerProtocolPolicy("redirect-to-https")
        .allowedMethods(READ)
        .cachedMethods(READ)
        .compress(true)
        .cachePolicyId(ManagedPolicies.CACHING_OPTIMIZED)
        .responseHeadersPolicyId(site.headers().id())
        .functionAssociations(
            DistributionDefaultCacheBehaviorFunctionAssociationArgs.builder()
                .eventType("viewer-request")
                .functionArn(site.pageRouting().arn())
                .build())
        .build();
  }

  /** The stack's own objects: just as asked for, and never from a cache. */
  DistributionOrderedCacheBehaviorArgs ownFiles() {
    return behavior(DistributionSettings.OWN_PATH, siteOrigin)
        .viewerProtocolPolicy("redirect-to-https")
        .allowedMethods(READ)
        .build();
  }

  /** The API. Plain HTTP is refused, not redirected: credentials would already have leaked. */
  DistributionOrderedCacheBehaviorArgs api() {
    return behavior(DistributionSettings.API_PATH, instanceOrigin)
        .viewerProtocolPolicy("https-only")
        .allowedMethods(EVERYTHING)
        .originRequestPolicyId(ManagedPolicies.ALL_VIEWER_EXCEPT_HOST_HEADER)
        .build();
  }

  private DistributionOrderedCacheBehaviorArgs.Builder behavior(String path, String origin) {
    return DistributionOrderedCacheBehaviorArgs.builder()
        .pathPattern(path)
        .targetOriginId(origin)
        .cachedMethods(READ)
        .compress(true)
        .cachePolicyId(ManagedPolicies.CACHING_DISABLED)
        .responseHeadersPolicyId(site.headers().id());
  }
}
