package com.harena.allinone.constructs.edge;

import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.constructs.IConstruct;

/**
 * A way from CloudFront to the instance. Whoever uses the origin must depend on the construct,
 * because it also opens the way.
 */
public interface InstanceOrigin extends IConstruct {
  /** The origin. */
  IOrigin origin();
}
