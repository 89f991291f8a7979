package com.harena.allinone.edge;

/** The rule of the instance's security group that admits CloudFront. */
public final class OriginRule {
  /** Name that CloudFront gives the security group of its VPC origins in a VPC. */
  public static final String GROUP_NAME = "CloudFront-VPCOrigins-Service-SG";

  /** Name of the prefix list of the addresses from which CloudFront reaches origins. */
  public static final String PREFIX_LIST_NAME = "com.amazonaws.global.cloudfront.origin-facing";

  /** Description of the rule that admits that group. */
  public static final String BY_GROUP = "CloudFront to the backend, by its VPC origins";

  /** Description of the rule that admits that list. */
  public static final String BY_ADDRESS =
      "CloudFront to the backend; a secret header tells whose distribution";

  /** Protocol that is admitted. */
  public static final String PROTOCOL = "tcp";

  private OriginRule() {}
}
