package com.harena.allinone.pulumi;

/** Ids of CloudFront's managed policies, the same in every account, which the CDK knows by name. */
final class ManagedPolicies {
  /** Caching as the objects say. */
  static final String CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

  /** No caching. */
  static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

  /** Everything that the viewer sent, but for the name that it called. */
  static final String ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

  private ManagedPolicies() {}
}
