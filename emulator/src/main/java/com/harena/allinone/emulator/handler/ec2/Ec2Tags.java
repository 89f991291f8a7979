package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tags of EC2's resources: the stack's, over which the resource's own have the last word. */
final class Ec2Tags {
  private Ec2Tags() {}

  /** The tags that the resource is to have. */
  static Map<String, String> of(ResourceRequest request) {
    Map<String, String> tags = new TreeMap<>(request.inheritedTags());
    tags.putAll(read(request.properties().path("Tags")));
    return tags;
  }

  /** Tags in the form {@code [{"Key": …, "Value": …}]}. */
  static Map<String, String> read(JsonNode list) {
    Map<String, String> tags = new TreeMap<>();
    list.forEach(tag -> tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
    return tags;
  }

  /** Tags to be given at creation; nothing if there are none, since EC2 refuses an empty list. */
  static List<TagSpecification> specification(ResourceRequest request, ResourceType type) {
    Map<String, String> tags = of(request);
    return tags.isEmpty()
        ? List.of()
        : List.of(TagSpecification.builder().resourceType(type).tags(model(tags)).build());
  }

  /** Brings an existing resource's tags to what the request says. */
  static void update(Ec2Client ec2, String id, ResourceRequest request, List<Tag> current) {
    Map<String, String> wanted = of(request);
    List<Tag> gone =
        current.stream()
            .filter(
                tag ->
                    !tag.key().startsWith(ResourceRequest.SYSTEM_TAG)
                        && !wanted.containsKey(tag.key()))
            .map(tag -> Tag.builder().key(tag.key()).build())
            .toList();
    if (!gone.isEmpty()) {
      Ec2Handler.call(() -> ec2.deleteTags(call -> call.resources(id).tags(gone)));
    }
    if (!wanted.isEmpty()) {
      Ec2Handler.call(() -> ec2.createTags(call -> call.resources(id).tags(model(wanted))));
    }
  }

  /** Writes the tags as the template names them, if there are any. */
  static void write(ObjectNode properties, List<Tag> tags) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    tags.stream()
        .filter(tag -> !tag.key().startsWith(ResourceRequest.SYSTEM_TAG))
        .sorted(java.util.Comparator.comparing(Tag::key))
        .forEach(tag -> list.addObject().put("Key", tag.key()).put("Value", tag.value()));
    if (!list.isEmpty()) {
      properties.set("Tags", list);
    }
  }

  private static List<Tag> model(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
