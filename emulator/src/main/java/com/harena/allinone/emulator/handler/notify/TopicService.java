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
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Tag;

/** {@code AWS::SNS::Topic}. */
public final class TopicService implements ResourceService {
  private static final List<String> ATTRIBUTES = List.of("DisplayName", "KmsMasterKeyId");
  private static final List<String> KNOWN =
      List.of("TopicName", "DisplayName", "KmsMasterKeyId", "Tags");
  private static final int NAME_LIMIT = 256;

  private final SnsClient sns;

  /** Topics of one SNS. */
  public TopicService(SnsClient sns) {
    this.sns = sns;
  }

  @Override
  public String type() {
    return "AWS::SNS::Topic";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.of(request, "TopicName", NAME_LIMIT);
    Map<String, String> attributes = new TreeMap<>();
    Json.only(request.properties(), ATTRIBUTES)
        .properties()
        .forEach(member -> attributes.put(member.getKey(), member.getValue().asText()));
    List<Tag> tags = Tags.models(request, TopicService::tag);
    String arn =
        sns.createTopic(call -> call.name(name).attributes(attributes).tags(tags)).topicArn();
    undo.add(() -> sns.deleteTopic(call -> call.topicArn(arn)));
    return Physical.of(arn, Json.object("TopicArn", arn).put("TopicName", name));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String arn = physical.id();
    for (String name : ATTRIBUTES) {
      String wanted = request.properties().path(name).asText();
      if (!wanted.equals(previous.path(name).asText())) {
        sns.setTopicAttributes(
            call -> call.topicArn(arn).attributeName(name).attributeValue(wanted));
      }
    }
    Tags.align(
        request,
        tags(arn),
        keys -> sns.untagResource(call -> call.resourceArn(arn).tagKeys(keys)),
        added ->
            sns.tagResource(
                call -> call.resourceArn(arn).tags(Tags.models(added, TopicService::tag))));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    sns.deleteTopic(call -> call.topicArn(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    Map<String, String> attributes =
        sns.getTopicAttributes(call -> call.topicArn(physical.id())).attributes();
    ObjectNode told = Json.object();
    told.put("TopicName", physical.id().substring(physical.id().lastIndexOf(':') + 1));
    ATTRIBUTES.forEach(name -> told.put(name, attributes.getOrDefault(name, "")));
    told.set("Tags", Tags.json(tags(physical.id())));
    return Optional.of(told);
  }

  private Map<String, String> tags(String arn) {
    return Tags.told(
        sns.listTagsForResource(call -> call.resourceArn(arn)).tags(), Tag::key, Tag::value);
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
