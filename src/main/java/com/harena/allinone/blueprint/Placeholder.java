package com.harena.allinone.blueprint;

/**
 * A marked gap where an AMI id or a digest belongs.
 *
 * @param key key of the blueprint, such as {@code services.redis.image}
 * @param text the value with the gap
 */
public record Placeholder(String key, String text) {}
