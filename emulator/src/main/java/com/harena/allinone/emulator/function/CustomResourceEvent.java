package com.harena.allinone.emulator.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.net.URI;
import java.util.Optional;

/**
 * What a custom resource's provider is asked.
 *
 * @param type {@code Create}, {@code Update} or {@code Delete}
 * @param request the resource
 * @param physical what was made before
 * @param previous its properties before an update
 */
record CustomResourceEvent(
    String type,
    ResourceRequest request,
    Optional<Physical> physical,
    Optional<ObjectNode> previous) {
  static CustomResourceEvent create(ResourceRequest request) {
    return new CustomResourceEvent("Create", request, Optional.empty(), Optional.empty());
  }

  static CustomResourceEvent update(
      ResourceRequest request, Physical physical, ObjectNode previous) {
    return new CustomResourceEvent("Update", request, Optional.of(physical), Optional.of(previous));
  }

  static CustomResourceEvent delete(ResourceRequest request, Physical physical) {
    return new CustomResourceEvent("Delete", request, Optional.of(physical), Optional.empty());
  }

  /** The event as the function gets it. */
  ObjectNode json(String requestId, URI answerTo) {
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("RequestType", type)
            .put("ServiceToken", request.properties().path("ServiceToken").asText())
            .put("ResponseURL", answerTo.toString())
            .put("StackId", request.stack().id())
            .put("RequestId", requestId)
            .put("LogicalResourceId", request.logicalId())
            .put("ResourceType", request.type());
    physical.ifPresent(made -> event.put("PhysicalResourceId", made.id()));
    event.set("ResourceProperties", texts(request.properties()));
    previous.ifPresent(before -> event.set("OldResourceProperties", texts(before)));
    return event;
  }

  /** CloudFormation hands numbers and truth values over as texts. */
  private static JsonNode texts(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(each -> object.set(each.getKey(), texts(each.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> array.add(texts(each)));
      return array;
    }
    return TextNode.valueOf(node.asText());
  }
}
