package com.harena.allinone.pulumi;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Optional;

/** What stands between the viewer and the instance: site, sleep page, origin, distribution. */
final class WebEdge {
  private final StaticSite site;
  private final Distribution distribution;

  /**
   * Makes the edge.
   *
   * @param secret what CloudFront sends when it reaches the instance by its address; none for a VPC
   *     origin
   * @param after what the way to the instance is made after, such as a health gate
   */
  WebEdge(
      Stage stage,
      Network network,
      Instance instance,
      Optional<OriginSecret> secret,
      List<Resource> after) {
    site = new StaticSite(stage);
    Resource sleepPage = new SleepPageFile(stage, site).page();
    InstanceOrigin origin =
        secret
            .map(value -> AddressOriginAccess.to(stage, network, instance, value, after))
            .orElseGet(() -> VpcOriginAccess.to(stage, network, instance, after));
    distribution = SiteDistribution.of(stage, site, origin, sleepPage);
    site.readableBy(distribution);
  }

  StaticSite site() {
    return site;
  }

  /** The distribution: what sends traffic or ticks to the instance comes after. */
  Distribution distribution() {
    return distribution;
  }
}
