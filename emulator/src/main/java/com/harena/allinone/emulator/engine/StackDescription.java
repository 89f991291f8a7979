package com.harena.allinone.emulator.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What DescribeStacks and ListStacks answer.
 *
 * @param name its name
 * @param id its ARN
 * @param changeSetId ARN of the change set that made or changed it last
 * @param description the template's description
 * @param parameters its parameters, secrets masked
 * @param created when it was created
 * @param updated when it was last changed
 * @param deleted when it was deleted
 * @param status such as CREATE_COMPLETE
 * @param statusReason why it is in this state
 * @param onFailure what becomes of it if its operation fails
 * @param notificationArns topics
 * @param capabilities capabilities that were acknowledged
 * @param outputs its outputs
 * @param roleArn its service role
 * @param tags its tags
 * @param terminationProtection whether it is protected from deletion
 */
public record StackDescription(
    String name,
    String id,
    Optional<String> changeSetId,
    Optional<String> description,
    List<ParameterValue> parameters,
    Instant created,
    Optional<Instant> updated,
    Optional<Instant> deleted,
    String status,
    Optional<String> statusReason,
    OnStackFailure onFailure,
    List<String> notificationArns,
    List<String> capabilities,
    List<OutputValue> outputs,
    Optional<String> roleArn,
    Map<String, String> tags,
    boolean terminationProtection) {}
