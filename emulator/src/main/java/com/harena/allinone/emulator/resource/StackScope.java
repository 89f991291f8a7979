package com.harena.allinone.emulator.resource;

import java.util.Map;
import java.util.Objects;

/**
 * The stack that a resource belongs to.
 *
 * @param account account number, 12 digits
 * @param region region, such as {@code eu-west-1}
 * @param name the stack's name
 * @param id the stack's ARN
 * @param tags the stack's tags, which every resource that can have tags is given
 */
public record StackScope(
    String account, String region, String name, String id, Map<String, String> tags) {
  /** Refuses a missing part; the tags are copied. */
  public StackScope {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(id, "id");
    tags = Map.copyOf(tags);
  }
}
