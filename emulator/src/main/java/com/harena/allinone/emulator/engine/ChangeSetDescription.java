package com.harena.allinone.emulator.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What DescribeChangeSet and ListChangeSets answer.
 *
 * @param name its name
 * @param id its ARN
 * @param stackName its stack's name
 * @param stackId its stack's ARN
 * @param description what the caller said of it
 * @param parameters the stack's parameters, secrets masked
 * @param created when it was created
 * @param executionStatus such as AVAILABLE
 * @param status such as CREATE_COMPLETE
 * @param statusReason why it failed
 * @param notificationArns topics
 * @param capabilities capabilities that were acknowledged
 * @param tags tags the stack will have
 * @param onStackFailure what becomes of the stack if it fails
 * @param changes the changes in the template's order
 */
public record ChangeSetDescription(
    String name,
    String id,
    String stackName,
    String stackId,
    Optional<String> description,
    List<ParameterValue> parameters,
    Instant created,
    String executionStatus,
    String status,
    Optional<String> statusReason,
    List<String> notificationArns,
    List<String> capabilities,
    Map<String, String> tags,
    OnStackFailure onStackFailure,
    List<ResourceChange> changes) {}
