package com.harena.allinone.emulator.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A resource of a stack as DescribeStackResource, DescribeStackResources and ListStackResources
 * answer it.
 *
 * @param stackName name of the stack
 * @param stackId ARN of the stack
 * @param logicalId its name in the template
 * @param physicalId its physical id, if it exists
 * @param type its type
 * @param time when its state changed last
 * @param status its state
 * @param reason why it is in this state
 * @param metadata its metadata as JSON
 */
public record ResourceDescription(
    String stackName,
    String stackId,
    String logicalId,
    Optional<String> physicalId,
    String type,
    Instant time,
    String status,
    Optional<String> reason,
    Optional<String> metadata) {}
