package com.harena.allinone.emulator.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Other values for the properties of the reviewed template: from {@code amendments.json} where not
 * every value is allowed, else another number, truth or text. The file also says what a service
 * refuses to change, with a piece of its words, and what is kept, with the reason.
 */
final class Amendments {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonNode file;
  private final ResourceRequest role;
  private final ReviewedResources resources;

  Amendments(List<ResourceRequest> requests, ReviewedResources resources) {
    this.resources = resources;
    this.role =
        requests.stream()
            .filter(request -> request.type().equals("AWS::IAM::Role"))
            .reduce((first, last) -> last)
            .orElseThrow();
    try (InputStream in = Amendments.class.getResourceAsStream("amendments.json")) {
      file = JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values that are changed one at a time. */
  List<Leaf> leaves(ResourceRequest request) {
    List<Leaf> leaves = new ArrayList<>();
    collect(request.type(), Leaf.root(request.properties()), leaves);
    return leaves;
  }

  private void collect(String type, Leaf leaf, List<Leaf> leaves) {
    JsonNode value = leaf.value();
    if (file.path("values").path(type).has(leaf.path()) || value.isValueNode() || isPlain(value)) {
      leaves.add(leaf);
    } else if (value.isObject()) {
      value.fieldNames().forEachRemaining(name -> collect(type, leaf.member(name), leaves));
    } else {
      for (int i = 0; i < value.size(); i++) {
        collect(type, leaf.element(i), leaves);
      }
    }
  }

  private static boolean isPlain(JsonNode value) {
    return value.isArray() && value.path(0).isValueNode();
  }

  boolean isKept(String type, String path) {
    return file.path("kept").path(type).has(path);
  }

  /** The words of the refusal, if the change is to be refused. */
  Optional<String> refusal(String type, String path) {
    return Optional.ofNullable(file.path("refused").path(type).get(path)).map(JsonNode::asText);
  }

  JsonNode value(ResourceRequest request, Leaf leaf) {
    JsonNode given = file.path("values").path(request.type()).path(leaf.path());
    if (given.asText().startsWith("@")) {
      return named(given.asText(), request, leaf);
    }
    return given.isMissingNode() ? other(leaf.value()) : given;
  }

  private JsonNode named(String name, ResourceRequest request, Leaf leaf) {
    return switch (name) {
      case "@other-role-arn" ->
          JSON.textNode(resources.made(role).attributes().path("Arn").asText());
      case "@other-role-list" -> JSON.arrayNode().add(resources.made(role).reference());
      case "@other-origin" ->
          request.properties().path("DistributionConfig").path("Origins").findValues("Id").stream()
              .filter(id -> !id.equals(leaf.value()))
              .findFirst()
              .orElseThrow();
      default -> throw new IllegalArgumentException("amendments.json has " + name);
    };
  }

  private static JsonNode other(JsonNode value) {
    if (value.isBoolean()) {
      return JSON.booleanNode(!value.asBoolean());
    }
    if (value.isNumber()) {
      return JSON.numberNode(value.asInt() + 1);
    }
    if (value instanceof ArrayNode list) {
      ArrayNode copy = list.deepCopy();
      JsonNode last = copy.remove(copy.size() - 1);
      return copy.isEmpty() ? copy.add(other(last)) : copy;
    }
    return JSON.textNode(value.asText() + "-changed");
  }
}
