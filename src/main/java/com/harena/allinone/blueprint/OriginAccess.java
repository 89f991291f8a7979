package com.harena.allinone.blueprint;

/** How CloudFront reaches the instance. */
public enum OriginAccess {
  /** A CloudFront VPC origin: no address of the instance is reachable from the internet. */
  VPC,
  /** An Elastic IP, admitted for CloudFront's prefix list and checked by a secret header. */
  ADDRESS
}
