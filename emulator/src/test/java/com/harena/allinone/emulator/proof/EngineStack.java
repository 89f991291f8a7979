package com.harena.allinone.emulator.proof;

import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.engine.ChangeSetRequest;
import com.harena.allinone.emulator.engine.ChangeSetRequest.ChangeSetType;
import com.harena.allinone.emulator.engine.LocalCloudFormation;
import com.harena.allinone.emulator.engine.ResourceChange;
import com.harena.allinone.emulator.engine.ResourceDescription;
import com.harena.allinone.emulator.engine.StackEvent;
import com.harena.allinone.emulator.engine.StackRequest;
import com.harena.allinone.schema.Schemas;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** The stack on an engine of the test's own, with the real handlers and a call that can fail. */
final class EngineStack implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final OneFailure failure = new OneFailure();
  private final Deployment cloud;
  private final SsmClient ssm;
  private final LocalCloudFormation engine;

  EngineStack(Deployment cloud) {
    this.cloud = cloud;
    ssm = cloud.client(SsmClient.builder());
    engine =
        LocalCloudFormation.builder()
            .account(LocalSettings.ACCOUNT)
            .region("eu-west-1")
            .schemas(Schemas.load(Deployment.CHECKOUT))
            .handlers(cloud.local().handlers())
            .parameters(this::parameter)
            .gate(failure)
            .build();
  }

  OneFailure failure() {
    return failure;
  }

  /** Publishes what the assembly needs, makes or changes the stack, and tells its status. */
  String deploy(Assembly assembly) {
    publish(assembly);
    if (status().isPresent()) {
      engine.updateStack(request(assembly));
    } else {
      engine.createStack(request(assembly));
    }
    return settled();
  }

  /** What deploying the assembly would add or modify, in the template's order. */
  List<String> toChange(Assembly assembly) {
    publish(assembly);
    var ids =
        engine.createChangeSet(
            ChangeSetRequest.of("look", ChangeSetType.UPDATE, request(assembly)));
    List<String> changes =
        engine.describeChangeSet(Optional.empty(), ids.id(), false).changes().stream()
            .filter(change -> !change.action().equals("Remove"))
            .map(ResourceChange::logicalId)
            .toList();
    engine.deleteChangeSet(Optional.empty(), ids.id());
    return changes;
  }

  /** Deletes the stack; its last status. */
  String delete() {
    String id = engine.describeStacks(Optional.of(Deployment.STACK)).get(0).id();
    engine.deleteStack(Deployment.STACK, Set.of(), Optional.empty());
    if (!engine.awaitIdle(id, LIMIT)) {
      throw new AssertionError("still deleting after " + LIMIT);
    }
    return engine.describeStacks(Optional.of(id)).get(0).status();
  }

  /** The physical id of the only resource of a type. */
  String only(String type) {
    return engine.listStackResources(Deployment.STACK).stream()
        .filter(each -> each.type().equals(type))
        .flatMap(each -> each.physicalId().stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no resource of " + type));
  }

  /** The resource whose logical id begins so. */
  ResourceDescription named(String name) {
    return engine.listStackResources(Deployment.STACK).stream()
        .filter(each -> each.logicalId().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no resource named " + name));
  }

  /** The resources that the last operation told of. */
  Set<String> touched() {
    List<StackEvent> events = engine.describeEvents(Deployment.STACK, Optional.empty(), false);
    String operation = events.get(0).operationId();
    return events.stream()
        .filter(each -> each.operationId().equals(operation))
        .map(StackEvent::logicalId)
        .filter(id -> !id.equals(Deployment.STACK))
        .collect(Collectors.toSet());
  }

  /** What failed, for a test's message. */
  List<String> failures() {
    return engine.describeEvents(Deployment.STACK, Optional.empty(), true).stream()
        .map(each -> each.logicalId() + ": " + each.reason().orElse(""))
        .toList();
  }

  private void publish(Assembly assembly) {
    try (S3Client s3 = cloud.client(S3Client.builder().forcePathStyle(true))) {
      assembly.publish(s3);
    }
  }

  private String settled() {
    if (!engine.awaitIdle(Deployment.STACK, LIMIT)) {
      throw new AssertionError("still at it after " + LIMIT);
    }
    return status().orElseThrow();
  }

  private Optional<String> status() {
    return engine.describeStacks(Optional.empty()).stream()
        .filter(each -> each.name().equals(Deployment.STACK))
        .map(each -> each.status())
        .findFirst();
  }

  private static StackRequest request(Assembly assembly) {
    return StackRequest.of(Deployment.STACK)
        .template(assembly.text())
        .capabilities(Set.of("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"))
        .build();
  }

  private Optional<String> parameter(String name) {
    try {
      return Optional.of(ssm.getParameter(call -> call.name(name)).parameter().value());
    } catch (ParameterNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    engine.close();
    ssm.close();
  }
}
