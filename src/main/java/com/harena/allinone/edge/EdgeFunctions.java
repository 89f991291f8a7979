package com.harena.allinone.edge;

import com.harena.allinone.handler.HandlerFunction;
import java.time.Duration;

/** The functions that connect CloudFront to the instance. */
public final class EdgeFunctions {
  /** What the secret is for, as Parameter Store tells it. */
  public static final String SECRET_DESCRIPTION = "What CloudFront must send to reach the instance";

  private EdgeFunctions() {}

  /** Waits up to ten minutes until CloudFront has made its group. */
  public static HandlerFunction originGroup() {
    return new HandlerFunction(
        EdgeHandlers.originGroup(),
        "Finds the security group that CloudFront makes for VPC origins",
        Duration.ofMinutes(10));
  }

  /** Finds a prefix list that AWS keeps. */
  public static HandlerFunction prefixList() {
    return new HandlerFunction(
        EdgeHandlers.prefixList(),
        "Finds the prefix list of CloudFront's addresses in this region",
        HandlerFunction.DEFAULT_TIMEOUT);
  }

  /** Makes the secret unless it exists. */
  public static HandlerFunction originSecret() {
    return new HandlerFunction(
        EdgeHandlers.originSecret(),
        "Makes the secret that CloudFront sends to the instance",
        HandlerFunction.DEFAULT_TIMEOUT);
  }
}
