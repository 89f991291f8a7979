package com.harena.allinone.host.cloud;

import java.util.Optional;

/**
 * An instance as EC2 describes it.
 *
 * @param id such as {@code i-0123456789abcdef0}
 * @param state its state
 * @param zone its availability zone
 * @param deployment value of its tag {@code allinone:deployment}
 */
public record Instance(String id, InstanceState state, String zone, Optional<String> deployment) {}
