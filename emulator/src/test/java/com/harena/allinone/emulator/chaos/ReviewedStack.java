package com.harena.allinone.emulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.digest.Sha256;
import com.harena.allinone.emulator.LocalAws;
import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.StoredParameters;
import com.harena.allinone.emulator.engine.ChangeSetDescription;
import com.harena.allinone.emulator.engine.ChangeSetRequest;
import com.harena.allinone.emulator.engine.ChangeSetRequest.ChangeSetType;
import com.harena.allinone.emulator.engine.Execution;
import com.harena.allinone.emulator.engine.LocalCloudFormation;
import com.harena.allinone.emulator.engine.StackDescription;
import com.harena.allinone.emulator.engine.StackEvent;
import com.harena.allinone.emulator.engine.StackRequest;
import com.harena.allinone.emulator.execution.CallGate;
import com.harena.allinone.emulator.template.TemplateText;
import com.harena.allinone.emulator.testing.Bundle;
import com.harena.allinone.schema.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The reviewed template, deployed by the engine of a local AWS as the CDK's command line would. */
final class ReviewedStack implements AutoCloseable {
  static final String NAME = "harena";

  /** The parameter in which the bootstrap tells its version. */
  static final String VERSION = "/cdk-bootstrap/hnb659fds/version";

  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));
  private static final String ASSETS =
      "cdk-hnb659fds-assets-%s-eu-west-1".formatted(LocalSettings.ACCOUNT);
  private static final String BUNDLE = "<asset host bundle>";

  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final LocalCloudFormation engine;
  private final S3Client s3;
  private final Ec2Client ec2;
  private final SsmClient ssm;
  private final String template;
  private final Set<List<String>> removed = new HashSet<>();

  ReviewedStack(LocalAws local, CallGate gate) {
    ssm = local.clients().of(SsmClient.builder());
    engine =
        LocalCloudFormation.builder()
            .account(LocalSettings.ACCOUNT)
            .region("eu-west-1")
            .schemas(Schemas.load(CHECKOUT))
            .handlers(local.handlers())
            .parameters(new StoredParameters(ssm))
            .gate(gate)
            .build();
    s3 = local.clients().of(S3Client.builder().forcePathStyle(true));
    ec2 = local.clients().of(Ec2Client.builder());
    byte[] bundle = Bundle.zip("");
    String hash = Sha256.of(bundle);
    template = read().replace(BUNDLE, hash);
    s3.createBucket(call -> call.bucket(ASSETS));
    publish(hash + ".zip", bundle);
    publish("<asset Edge/SleepPage/Page>.html", new byte[] {'z'});
    ssm.putParameter(call -> call.name(VERSION).value("30").type("String"));
  }

  /** The template as it was reviewed. */
  String template() {
    return template;
  }

  /** The same with another instance type: everything with the suffix is made anew. */
  String replacing() {
    return OtherMachine.of(template);
  }

  /** Creates or updates the stack; its state in the end. */
  StackDescription deploy(String text) {
    boolean exists =
        !engine
            .listStacks(Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"))
            .isEmpty();
    StackRequest request =
        StackRequest.of(NAME)
            .template(text)
            .tags(Map.of("project", "harena"))
            .capabilities(Set.of("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"))
            .build();
    if (exists) {
      engine.deleteChangeSet(Optional.of(NAME), "chaos");
    }
    String id =
        engine
            .createChangeSet(
                ChangeSetRequest.of(
                    "chaos", exists ? ChangeSetType.UPDATE : ChangeSetType.CREATE, request))
            .id();
    ChangeSetDescription changeSet = engine.describeChangeSet(Optional.empty(), id, true);
    if (!changeSet.status().equals("CREATE_COMPLETE")) {
      throw new AssertionError(changeSet.status() + ": " + changeSet);
    }
    engine.executeChangeSet(Optional.of(changeSet.stackId()), id, Execution.plain());
    return settled(changeSet.stackId());
  }

  /** Deletes the stack; its state in the end. */
  StackDescription delete() {
    String id = engine.describeStacks(Optional.of(NAME)).get(0).id();
    engine.deleteStack(id, Set.of(), Optional.empty());
    return settled(id);
  }

  /** Deletes whatever is there of the stack. */
  void abandon() {
    engine.describeStacks(Optional.empty()).stream()
        .filter(each -> !each.status().equals("DELETE_COMPLETE"))
        .forEach(
            each -> {
              engine.deleteStack(each.id(), Set.of(), Optional.empty());
              settled(each.id());
              removeRetained(each.id());
            });
  }

  /** What the services tell of the properties that the template gives; see {@link Told}. */
  Map<String, String> told() {
    JsonNode declared =
        TemplateText.parse(engine.getTemplate(NAME, Optional.empty())).path("Resources");
    return Told.of(engine.inventory().of(NAME), declared);
  }

  /** How many resources the stack has. */
  int resources() {
    return engine.listStackResources(NAME).size();
  }

  LocalCloudFormation engine() {
    return engine;
  }

  /** What the stack is said to have and no service knows. */
  List<String> missing() {
    return engine.inventory().of(NAME).stream()
        .filter(finding -> !finding.exists())
        .map(finding -> finding.resource().logicalId())
        .toList();
  }

  /** The resource that failed first in the newest operation. */
  String failed(String stack) {
    List<StackEvent> events = engine.describeStackEvents(stack);
    String newest = events.get(0).operationId();
    return events.stream()
        .filter(event -> event.operationId().equals(newest))
        .filter(event -> event.status().endsWith("_FAILED"))
        .min(Comparator.comparing(StackEvent::time))
        .map(StackEvent::logicalId)
        .orElse("");
  }

  /** Why anything failed. */
  List<String> failures(String stack) {
    return engine.describeEvents(stack, Optional.empty(), true).stream()
        .map(each -> each.logicalId() + " " + each.status() + ": " + each.reason().orElse(""))
        .toList();
  }

  /**
   * Removes what the template's policies let stay, buckets with objects and volumes, and what the
   * instance itself wrote.
   */
  void removeRetained(String stack) {
    ssm.getParametersByPath(call -> call.path("/allinone/").recursive(true)).parameters().stream()
        .map(parameter -> parameter.name())
        .filter(name -> name.endsWith("/ready") || name.contains("/secrets/"))
        .forEach(name -> ssm.deleteParameter(call -> call.name(name)));
    // A rollback skips a resource, and the deletion after it once more.
    removeSkipped(stack);
  }

  /** Removes what the template's policies let stay. */
  void removeSkipped(String stack) {
    engine.describeStackEvents(stack).stream()
        .filter(event -> event.status().equals("DELETE_SKIPPED"))
        .map(event -> List.of(event.type(), event.physicalId()))
        .filter(removed::add)
        .forEach(each -> remove(each.get(0), each.get(1)));
  }

  private void remove(String type, String id) {
    if (type.equals("AWS::EC2::Volume")) {
      ec2.deleteVolume(call -> call.volumeId(id));
    } else if (type.equals("AWS::S3::Bucket")) {
      s3.listObjectVersions(call -> call.bucket(id))
          .versions()
          .forEach(
              each ->
                  s3.deleteObject(
                      call -> call.bucket(id).key(each.key()).versionId(each.versionId())));
      List<ObjectIdentifier> left =
          s3.listObjectsV2(call -> call.bucket(id)).contents().stream()
              .map(each -> ObjectIdentifier.builder().key(each.key()).build())
              .toList();
      left.forEach(each -> s3.deleteObject(call -> call.bucket(id).key(each.key())));
      s3.deleteBucket(call -> call.bucket(id));
    }
  }

  private StackDescription settled(String id) {
    if (!engine.awaitIdle(id, LIMIT)) {
      throw new AssertionError(
          "the stack is still %s after %s"
              .formatted(engine.describeStacks(Optional.of(id)).get(0).status(), LIMIT));
    }
    return engine.describeStacks(Optional.of(id)).get(0);
  }

  @Override
  public void close() {
    engine.close();
  }

  private void publish(String key, byte[] content) {
    s3.putObject(call -> call.bucket(ASSETS).key(key), RequestBody.fromBytes(content));
  }

  private static String read() {
    try {
      return Files.readString(CHECKOUT.resolve("stacks/harena.template.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
