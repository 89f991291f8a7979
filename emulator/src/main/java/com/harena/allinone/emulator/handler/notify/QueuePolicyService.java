package com.harena.allinone.emulator.handler.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** {@code AWS::SQS::QueuePolicy}: the one policy of each queue it names. */
public final class QueuePolicyService implements ResourceService {
  private static final List<String> KNOWN = List.of("Queues", "PolicyDocument");
  private static final int NAME_LIMIT = 80;

  private final SqsClient sqs;

  /** Queue policies of one SQS. */
  public QueuePolicyService(SqsClient sqs) {
    this.sqs = sqs;
  }

  @Override
  public String type() {
    return "AWS::SQS::QueuePolicy";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    for (String queue : queues(request.properties())) {
      set(queue, Json.document(request.properties().path("PolicyDocument")));
      undo.add(() -> set(queue, ""));
    }
    String id = PhysicalName.of(request, "", NAME_LIMIT);
    return Physical.of(id, Json.object("Id", id));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    List<String> wanted = queues(request.properties());
    wanted.forEach(queue -> set(queue, Json.document(request.properties().path("PolicyDocument"))));
    queues(previous).stream()
        .filter(queue -> !wanted.contains(queue))
        .forEach(queue -> set(queue, ""));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    queues(request.properties()).forEach(queue -> set(queue, ""));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    ObjectNode told = Json.object();
    List<String> held =
        queues(request.properties()).stream().filter(queue -> !policy(queue).isEmpty()).toList();
    told.set("Queues", Json.list(held));
    held.forEach(queue -> told.set("PolicyDocument", Json.parsed(policy(queue))));
    return held.isEmpty() ? Optional.empty() : Optional.of(told);
  }

  private String policy(String queue) {
    try {
      return sqs.getQueueAttributes(
              call -> call.queueUrl(queue).attributeNames(QueueAttributeName.POLICY))
          .attributes()
          .getOrDefault(QueueAttributeName.POLICY, "");
    } catch (QueueDoesNotExistException gone) {
      return "";
    }
  }

  private void set(String queue, String policy) {
    sqs.setQueueAttributes(
        call -> call.queueUrl(queue).attributes(Map.of(QueueAttributeName.POLICY, policy)));
  }

  private static List<String> queues(ObjectNode properties) {
    return Json.texts(properties.path("Queues"));
  }
}
