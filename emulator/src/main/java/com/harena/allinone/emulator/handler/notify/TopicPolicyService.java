package com.harena.allinone.emulator.handler.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** {@code AWS::SNS::TopicPolicy}: the one policy of each topic it names. */
public final class TopicPolicyService implements ResourceService {
  private static final List<String> KNOWN = List.of("Topics", "PolicyDocument");
  private static final int NAME_LIMIT = 256;

  private final SnsClient sns;

  /** Topic policies of one SNS. */
  public TopicPolicyService(SnsClient sns) {
    this.sns = sns;
  }

  @Override
  public String type() {
    return "AWS::SNS::TopicPolicy";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    for (String topic : topics(request.properties())) {
      String before = policy(topic);
      set(topic, document(request));
      undo.add(() -> set(topic, before));
    }
    String id = PhysicalName.of(request, "", NAME_LIMIT);
    return Physical.of(id, Json.object("Id", id));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    List<String> wanted = topics(request.properties());
    wanted.forEach(topic -> set(topic, document(request)));
    topics(previous).stream()
        .filter(topic -> !wanted.contains(topic))
        .forEach(topic -> set(topic, ownerOnly(request, topic)));
    return physical;
  }

  /** A topic always has a policy: without one of its own, that of new topics. */
  @Override
  public void delete(ResourceRequest request, Physical physical) {
    topics(request.properties()).forEach(topic -> set(topic, ownerOnly(request, topic)));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    ObjectNode told = Json.object();
    List<String> topics = topics(request.properties());
    List<String> held = topics.stream().filter(topic -> holds(request, topic)).toList();
    told.set("Topics", Json.list(held));
    held.stream()
        .findFirst()
        .ifPresent(topic -> told.set("PolicyDocument", Json.parsed(policy(topic))));
    return held.isEmpty() ? Optional.empty() : Optional.of(told);
  }

  /** Whether a topic has another policy than that of a new topic. */
  private boolean holds(ResourceRequest request, String topic) {
    try {
      String policy = policy(topic);
      return policy != null && !Json.parsed(policy).equals(Json.parsed(ownerOnly(request, topic)));
    } catch (NotFoundException gone) {
      return false;
    }
  }

  private String policy(String topic) {
    return sns.getTopicAttributes(call -> call.topicArn(topic)).attributes().get("Policy");
  }

  private void set(String topic, String policy) {
    sns.setTopicAttributes(
        call -> call.topicArn(topic).attributeName("Policy").attributeValue(policy));
  }

  private static String ownerOnly(ResourceRequest request, String topic) {
    ObjectNode policy = Json.object("Version", "2008-10-17").put("Id", "__default_policy_ID");
    ObjectNode statement = policy.putArray("Statement").addObject();
    statement.put("Sid", "__default_statement_ID").put("Effect", "Allow");
    statement.putObject("Principal").put("AWS", "*");
    List.of(
            "GetTopicAttributes",
            "SetTopicAttributes",
            "AddPermission",
            "RemovePermission",
            "DeleteTopic",
            "Subscribe",
            "ListSubscriptionsByTopic",
            "Publish")
        .forEach(action -> statement.withArray("Action").add("SNS:" + action));
    statement.put("Resource", topic);
    statement
        .putObject("Condition")
        .putObject("StringEquals")
        .put("AWS:SourceOwner", request.stack().account());
    return policy.toString();
  }

  private static String document(ResourceRequest request) {
    return Json.document(request.properties().path("PolicyDocument"));
  }

  private static List<String> topics(ObjectNode properties) {
    return Json.texts(properties.path("Topics"));
  }
}
