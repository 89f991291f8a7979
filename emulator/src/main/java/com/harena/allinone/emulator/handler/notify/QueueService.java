package com.harena.allinone.emulator.handler.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** {@code AWS::SQS::Queue}. */
public final class QueueService implements ResourceService {
  /** What the queue has when the template says nothing, to which an update returns. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "DelaySeconds", "0",
          "MaximumMessageSize", "262144",
          "MessageRetentionPeriod", "345600",
          "ReceiveMessageWaitTimeSeconds", "0",
          "VisibilityTimeout", "30",
          "RedrivePolicy", "",
          "SqsManagedSseEnabled", "true");

  private static final int NAME_LIMIT = 80;

  private final SqsClient sqs;

  /** Queues of one SQS. */
  public QueueService(SqsClient sqs) {
    this.sqs = sqs;
  }

  @Override
  public String type() {
    return "AWS::SQS::Queue";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, DEFAULTS.keySet()).stream()
        .filter(name -> !name.equals("QueueName") && !name.equals("Tags"))
        .toList();
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.of(request, "QueueName", NAME_LIMIT);
    Map<String, String> attributes = attributes(request.properties());
    String url =
        sqs.createQueue(
                call ->
                    call.queueName(name)
                        .attributesWithStrings(attributes)
                        .tags(Tags.wanted(request)))
            .queueUrl();
    undo.add(() -> sqs.deleteQueue(call -> call.queueUrl(url)));
    String arn = told(url).get("QueueArn");
    return Physical.of(url, Json.object("Arn", arn).put("QueueName", name).put("QueueUrl", url));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String url = physical.id();
    Map<String, String> changed = attributes(request.properties());
    attributes(previous).keySet().forEach(name -> changed.putIfAbsent(name, DEFAULTS.get(name)));
    if (!changed.isEmpty()) {
      sqs.setQueueAttributes(call -> call.queueUrl(url).attributesWithStrings(changed));
    }
    Tags.align(
        request,
        sqs.listQueueTags(call -> call.queueUrl(url)).tags(),
        keys -> sqs.untagQueue(call -> call.queueUrl(url).tagKeys(keys)),
        added -> sqs.tagQueue(call -> call.queueUrl(url).tags(added)));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    sqs.deleteQueue(call -> call.queueUrl(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    Map<String, String> attributes = told(physical.id());
    ObjectNode told = Json.object();
    told.put("QueueName", physical.id().substring(physical.id().lastIndexOf('/') + 1));
    DEFAULTS.keySet().stream()
        .filter(attributes::containsKey)
        .forEach(name -> told.put(name, attributes.get(name)));
    if (attributes.containsKey("RedrivePolicy")) {
      told.set("RedrivePolicy", Json.parsed(attributes.get("RedrivePolicy")));
    }
    told.set("Tags", Tags.json(sqs.listQueueTags(call -> call.queueUrl(physical.id())).tags()));
    return Optional.of(told);
  }

  private static Map<String, String> attributes(ObjectNode properties) {
    Map<String, String> attributes = new TreeMap<>();
    Json.only(properties, DEFAULTS.keySet())
        .properties()
        .forEach(member -> attributes.put(member.getKey(), Json.textOrDocument(member.getValue())));
    return attributes;
  }

  private Map<String, String> told(String url) {
    return sqs.getQueueAttributes(call -> call.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributesAsStrings();
  }
}
