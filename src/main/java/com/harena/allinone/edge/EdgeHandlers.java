package com.harena.allinone.edge;

import com.harena.allinone.handler.HandlerSource;

/** Sources of the handlers that connect CloudFront to the instance. */
public final class EdgeHandlers {
  private EdgeHandlers() {}

  /**
   * Returns {@code GroupId} of the security group {@code GroupName} in {@code VpcId}, once it
   * exists.
   */
  public static HandlerSource originGroup() {
    return HandlerSource.read(EdgeHandlers.class, "origin-group.js");
  }

  /** Returns {@code PrefixListId} of the prefix list {@code PrefixListName}. */
  public static HandlerSource prefixList() {
    return HandlerSource.read(EdgeHandlers.class, "prefix-list.js");
  }

  /**
   * Makes the SecureString {@code Name} of 64 hexadecimal digits unless it exists, and returns its
   * {@code Value}, which CloudFormation is told to hide.
   */
  public static HandlerSource originSecret() {
    return HandlerSource.read(EdgeHandlers.class, "origin-secret.js");
  }
}
