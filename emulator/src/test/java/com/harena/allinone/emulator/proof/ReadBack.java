package com.harena.allinone.emulator.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Compares what a template asks for with what a service answers, without knowing either: each plain
 * value asked for must be among the plain values answered. Documents in a text, such as policies,
 * count by their values.
 */
final class ReadBack {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReadBack() {}

  /** The values asked for that the answers lack, each with its path. */
  static List<String> missing(JsonNode asked, String id, Collection<?> answers) {
    Set<String> told = new TreeSet<>();
    // Who asks by a name and is answered has been told it.
    told.add(plain(id));
    told.add(plain(id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1)));
    answers.forEach(answer -> tell(answer, told));
    List<String> missing = new ArrayList<>();
    look("", asked, told, missing);
    return missing;
  }

  /** Where what is told differs from what is asked for, by path; lists may be in any order. */
  static List<String> differences(JsonNode asked, JsonNode told) {
    List<String> differences = new ArrayList<>();
    compare("", asked, told, differences);
    return differences;
  }

  private static void compare(String path, JsonNode asked, JsonNode told, List<String> found) {
    Optional<JsonNode> document = asked.isTextual() ? document(asked.asText()) : Optional.empty();
    if (document.isPresent() && told.isTextual()) {
      compare(path, document.get(), document(told.asText()).orElse(told), found);
    } else if (asked.isObject() && told.isObject()) {
      for (Map.Entry<String, JsonNode> member : asked.properties()) {
        String name = member.getKey();
        compare(path + "/" + name, member.getValue(), told.path(name), found);
      }
    } else if (asked.isArray() && told.isArray()) {
      asked.forEach(each -> compareElement(path, each, told, found));
    } else if (asked.isContainerNode() && asked.isEmpty() && told.isMissingNode()) {
      return;
    } else if (!asked.isValueNode() || !plain(asked.asText()).equals(plain(told.asText()))) {
      found.add("%s: asked %s, told %s".formatted(path, asked, told));
    }
  }

  private static void compareElement(
      String path, JsonNode asked, JsonNode told, List<String> found) {
    for (JsonNode each : told) {
      if (differences(asked, each).isEmpty()) {
        return;
      }
    }
    found.add("%s: asked for %s, told %s".formatted(path, asked, told));
  }

  private static void look(String path, JsonNode asked, Set<String> told, List<String> missing) {
    Optional<JsonNode> document = asked.isTextual() ? document(asked.asText()) : Optional.empty();
    if (document.isPresent()) {
      look(path, document.get(), told, missing);
    } else if (asked.isObject()) {
      for (Map.Entry<String, JsonNode> member : asked.properties()) {
        look(path + "/" + member.getKey(), member.getValue(), told, missing);
      }
    } else if (asked.isArray()) {
      asked.forEach(each -> look(path, each, told, missing));
    } else if (!asked.asText().isEmpty() && !told.contains(plain(asked.asText()))) {
      missing.add(path + " = " + asked.asText());
    }
  }

  private static void tell(Object value, Set<String> told) {
    if (value instanceof SdkPojo pojo) {
      for (SdkField<?> field : pojo.sdkFields()) {
        tell(field.getValueOrDefault(pojo), told);
      }
    } else if (value instanceof Collection<?> all) {
      all.forEach(each -> tell(each, told));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            tell(key, told);
            tell(each, told);
          });
    } else if (value instanceof SdkBytes bytes) {
      told.add(plain(bytes.asUtf8String()));
    } else if (value != null) {
      told(value.toString(), told);
    }
  }

  private static void told(String text, Set<String> told) {
    String decoded =
        text.startsWith("%7B") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
    document(decoded).ifPresent(json -> values(json, told));
    told.add(plain(decoded));
  }

  private static void values(JsonNode json, Set<String> told) {
    if (json.isContainerNode()) {
      json.forEach(each -> values(each, told));
    } else {
      told(json.asText(), told);
    }
  }

  private static Optional<JsonNode> document(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isContainerNode);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Numbers and truths as one text, however they are written. */
  private static String plain(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text.strip();
    }
  }
}
