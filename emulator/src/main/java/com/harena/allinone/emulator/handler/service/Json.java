package com.harena.allinone.emulator.handler.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.ResourceFailure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Properties as JSON trees. */
public final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** One text by name. */
  public static ObjectNode object(String name, String value) {
    return object().put(name, value);
  }

  /** A copy without some members. */
  public static ObjectNode without(ObjectNode json, Collection<String> names) {
    ObjectNode copy = json.deepCopy();
    copy.remove(names);
    return copy;
  }

  /** A copy with only some members. */
  public static ObjectNode only(ObjectNode json, Collection<String> names) {
    return json.deepCopy().retain(names);
  }

  /** The names of the members outside a list. */
  public static List<String> outside(ObjectNode json, Collection<String> known) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names.stream().filter(Predicate.not(known::contains)).toList();
  }

  /** A text, or null where there is none. */
  public static String text(JsonNode json, String name) {
    return json.hasNonNull(name) ? json.get(name).asText() : null;
  }

  /** The texts of a list; a single text is a list of one. */
  public static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    if (list.isTextual()) {
      texts.add(list.asText());
    }
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** What a service tells in no order, in the order that the template has. */
  public static List<String> inOrderOf(List<String> wanted, Collection<String> told) {
    List<String> ordered = new ArrayList<>(wanted);
    ordered.retainAll(told);
    told.stream().filter(Predicate.not(ordered::contains)).sorted().forEach(ordered::add);
    return ordered;
  }

  /** Texts as a list. */
  public static ArrayNode list(Collection<String> texts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    texts.forEach(list::add);
    return list;
  }

  /** A policy or another document for a service; a text is taken as it is. */
  public static String document(JsonNode document) {
    return document.isTextual() ? document.asText() : document.toString();
  }

  /** An attribute's text: an object as its JSON, nothing as nothing. */
  public static String textOrDocument(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  /** A document that a service tells, as IAM does in the form of an address. */
  public static JsonNode encodedDocument(String text) {
    return parsed(URLDecoder.decode(text, StandardCharsets.UTF_8));
  }

  /** A document that a service tells. */
  public static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException problem) {
      throw new ResourceFailure("the service told a document that is not JSON", problem);
    }
  }
}
