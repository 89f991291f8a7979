package com.harena.allinone.blueprint;

/**
 * How CloudFront reaches the instance.
 *
 * @param origin by VPC origin, or by public address
 */
public record Edge(
    @Setting(value = "How CloudFront reaches the instance", defaultValue = "vpc")
        OriginAccess origin) {}
