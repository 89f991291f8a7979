package com.harena.allinone.emulator.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * An event of a stack.
 *
 * @param eventId its id
 * @param stackId ARN of the stack
 * @param stackName name of the stack
 * @param operationId the operation that it belongs to
 * @param logicalId the resource's name in the template, the stack's name for its own events
 * @param physicalId the physical id, empty while there is none
 * @param type the resource's type
 * @param time when it happened
 * @param status such as CREATE_IN_PROGRESS
 * @param reason why, if there is something to say
 * @param properties the resource's properties as JSON, secrets masked
 * @param token the client request token of the operation
 */
public record StackEvent(
    String eventId,
    String stackId,
    String stackName,
    String operationId,
    String logicalId,
    String physicalId,
    String type,
    Instant time,
    String status,
    Optional<String> reason,
    Optional<String> properties,
    Optional<String> token) {}
