package com.harena.allinone.emulator.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The reviewed template's resources that are neither EC2's nor CloudFormation's own. */
final class ReviewedResources {
  private static final List<String> OTHERS =
      List.of("AWS::EC2::", "AWS::CloudFormation::", "Custom::");

  private final Bench bench;
  private final String instance;
  private final Map<String, Physical> made = new HashMap<>();
  private final Map<String, ObjectNode> resources = new LinkedHashMap<>();

  /** They stand for EC2's with one instance. */
  ReviewedResources(Bench bench, String instance) throws IOException {
    this.bench = bench;
    this.instance = instance;
    Path file = Path.of(System.getProperty("allinone.checkout"), "stacks/harena.template.json");
    JsonNode template = JsonMapper.builder().build().readTree(file.toFile());
    template
        .path("Resources")
        .properties()
        .forEach(
            member -> {
              String type = member.getValue().path("Type").asText();
              if (OTHERS.stream().noneMatch(type::startsWith)) {
                resources.put(member.getKey(), (ObjectNode) member.getValue());
              }
            });
  }

  /** Makes them, each after those that it refers to, and gives what was asked. */
  List<ResourceRequest> make() {
    List<ResourceRequest> order = new ArrayList<>();
    Deque<String> waiting = new ArrayDeque<>(resources.keySet());
    while (!waiting.isEmpty()) {
      String next =
          waiting.stream()
              .filter(id -> needs(resources.get(id)).stream().noneMatch(waiting::contains))
              .findFirst()
              .orElseThrow(() -> new AssertionError("a cycle among " + waiting));
      waiting.remove(next);
      order.add(create(next));
    }
    return order;
  }

  /** What was made of one. */
  Physical made(ResourceRequest request) {
    return made.get(request.logicalId());
  }

  private ResourceRequest create(String logicalId) {
    ObjectNode resource = resources.get(logicalId);
    String type = resource.path("Type").asText();
    ResourceHandler handler = bench.handler(type);
    ObjectNode properties = (ObjectNode) resolved(resource.path("Properties"));
    assertThat(handler.unsupported(properties)).as(logicalId).isEmpty();
    ResourceRequest request =
        bench.request(logicalId, type, properties, Map.of("Project", "harena"));
    Physical physical = handler.create(request);
    made.put(logicalId, physical);
    assertThat(handler.read(request, physical)).as(logicalId).isPresent();
    return request;
  }

  private Set<String> needs(ObjectNode resource) {
    Set<String> named = new TreeSet<>();
    resource.findValues("Ref").forEach(ref -> named.add(ref.asText()));
    resource.findValues("Fn::GetAtt").forEach(att -> named.add(att.path(0).asText()));
    named.retainAll(resources.keySet());
    return named;
  }

  private JsonNode resolved(JsonNode node) {
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      list.forEach(each -> copy.add(resolved(each)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    if (object.has("Ref")) {
      return text(reference(object.path("Ref").asText()));
    }
    if (object.has("Fn::GetAtt")) {
      JsonNode path = object.path("Fn::GetAtt");
      return text(attribute(path.path(0).asText(), path.path(1).asText()));
    }
    if (object.has("Fn::Join")) {
      List<String> parts = new ArrayList<>();
      resolved(object.path("Fn::Join").path(1)).forEach(part -> parts.add(part.asText()));
      return text(parts.stream().collect(Collectors.joining()));
    }
    if (object.has("Fn::Sub")) {
      JsonNode sub = object.path("Fn::Sub");
      return text(sub.isArray() ? sub.path(0).asText().replace("${", "{") : sub.asText());
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    object.properties().forEach(member -> copy.set(member.getKey(), resolved(member.getValue())));
    return copy;
  }

  private String reference(String name) {
    return switch (name) {
      case "AWS::Partition" -> "aws";
      case "AWS::Region" -> Bench.REGION;
      case "AWS::AccountId" -> Bench.ACCOUNT;
      default -> made.containsKey(name) ? made.get(name).reference() : instance;
    };
  }

  private String attribute(String name, String attribute) {
    if (!made.containsKey(name)) {
      return "ip-10-0-0-10.eu-west-1.compute.internal";
    }
    JsonNode value = made.get(name).attributes().path(attribute);
    assertThat(value.isMissingNode()).as("%s.%s is missing", name, attribute).isFalse();
    return value.asText();
  }

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.textNode(value);
  }
}
