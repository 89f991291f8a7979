package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How the two engines write the same value. */
enum Conversion {
  /** Alike. */
  SAME,
  /** A map there, a list of keys and values here. */
  TAGS {
    @Override
    JsonNode translate(JsonNode pulumi) {
      return listOf(pulumi, "Key");
    }

    @Override
    JsonNode canonical(JsonNode list) {
      return mapOf(list, "Key");
    }
  },
  /** A map there, a list of names and values here. */
  DIMENSIONS {
    @Override
    JsonNode translate(JsonNode pulumi) {
      return listOf(pulumi, "Name");
    }

    @Override
    JsonNode canonical(JsonNode list) {
      return mapOf(list, "Name");
    }
  },
  /** A list of addresses there, of subscribers by e-mail here. */
  SUBSCRIBERS {
    @Override
    JsonNode translate(JsonNode pulumi) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      pulumi.forEach(
          each -> list.addObject().put("SubscriptionType", "EMAIL").set("Address", each));
      return list;
    }
  },
  /** A text there, a document here. */
  DOCUMENT {
    @Override
    JsonNode translate(JsonNode pulumi) {
      return parsed(pulumi);
    }

    @Override
    JsonNode canonical(JsonNode document) {
      return sorted(document);
    }
  },
  /** A text on both sides that holds a document. */
  JSON {
    @Override
    JsonNode canonical(JsonNode text) {
      return parsed(text);
    }
  },
  /** A list of one there, its element here. */
  ONLY {
    @Override
    JsonNode translate(JsonNode pulumi) {
      return pulumi.isArray() && pulumi.size() == 1 ? pulumi.get(0) : pulumi;
    }
  },
  /** A single value there, a list of it here. */
  LISTED {
    @Override
    JsonNode translate(JsonNode pulumi) {
      return JsonNodeFactory.instance.arrayNode().add(pulumi);
    }
  },
  /** What identifies a resource there, its ARN here. */
  ARN {
    @Override
    JsonNode translate(JsonNode pulumi) {
      return TextNode.valueOf(pulumi.asText() + ".arn");
    }
  },
  /** A list without an order. */
  SET {
    @Override
    JsonNode canonical(JsonNode list) {
      return list.isArray() ? sortedList(list) : list;
    }
  },
  /** A text there, true or false here. */
  BOOLEAN {
    @Override
    JsonNode translate(JsonNode pulumi) {
      return JsonNodeFactory.instance.booleanNode(pulumi.asBoolean());
    }
  },
  /** A text there, a number here. */
  NUMBER {
    @Override
    JsonNode translate(JsonNode pulumi) {
      return JsonNodeFactory.instance.numberNode(Long.parseLong(pulumi.asText()));
    }
  },
  /** A number there, a text here. */
  TEXT {
    @Override
    JsonNode translate(JsonNode pulumi) {
      return TextNode.valueOf(Leaves.text(pulumi));
    }
  },
  /** Base64 on both sides; what it holds is compared. */
  BASE64 {
    @Override
    JsonNode canonical(JsonNode text) {
      return TextNode.valueOf(
          new String(Base64.getDecoder().decode(text.asText()), StandardCharsets.UTF_8));
    }
  };

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The conversion that the table names. */
  static Conversion named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** CloudFormation's form of Pulumi's value. */
  JsonNode translate(JsonNode pulumi) {
    return pulumi;
  }

  /** The form in which two values of CloudFormation are compared. */
  JsonNode canonical(JsonNode cloudFormation) {
    return cloudFormation;
  }

  /** The document that a text holds. */
  static JsonNode parsed(JsonNode text) {
    try {
      return text.isTextual() ? MAPPER.readTree(text.asText()) : text;
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  /** A policy document: what stands alone is a list of one, and lists of texts have no order. */
  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(each -> object.set(each.getKey(), sorted(each.getValue())));
      return object;
    }
    if (!node.isArray()) {
      return node;
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    node.forEach(each -> list.add(sorted(each)));
    JsonNode ordered = list.path(0).isTextual() ? sortedList(list) : list;
    return ordered.size() == 1 && ordered.get(0).isTextual() ? ordered.get(0) : ordered;
  }

  private static JsonNode sortedList(JsonNode list) {
    List<JsonNode> nodes = new ArrayList<>();
    list.forEach(nodes::add);
    nodes.sort(Comparator.comparing(JsonNode::toString));
    return JsonNodeFactory.instance.arrayNode().addAll(nodes);
  }

  /** A list of objects with that name and a value, of a map. */
  private static JsonNode listOf(JsonNode map, String name) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    map.properties()
        .forEach(each -> list.addObject().put(name, each.getKey()).set("Value", each.getValue()));
    return list;
  }

  /** The map of which such a list is made. */
  private static JsonNode mapOf(JsonNode list, String name) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    list.forEach(each -> map.set(each.path(name).asText(), each.path("Value")));
    return map;
  }
}
