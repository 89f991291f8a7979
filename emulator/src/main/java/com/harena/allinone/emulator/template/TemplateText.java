package com.harena.allinone.emulator.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.ApiFailure;

/** Turns a template's text, JSON or YAML, into one tree with the long forms of all functions. */
public final class TemplateText {
  /** The longest template that CloudFormation takes from a bucket, in bytes. */
  private static final int LARGEST = 1_048_576;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private TemplateText() {}

  /**
   * Parses a template.
   *
   * @throws ApiFailure if it is no template
   */
  public static ObjectNode parse(String text) {
    if (text.length() > LARGEST) {
      throw ApiFailure.validation(
          "Template may not exceed " + LARGEST + " bytes in size; it has " + text.length());
    }
    JsonNode root = text.stripLeading().startsWith("{") ? json(text) : YamlTree.parse(text);
    if (root instanceof ObjectNode object) {
      return object;
    }
    throw ApiFailure.validation("Template format error: unsupported structure.");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      JsonNode flow = yamlInBraces(text);
      if (flow != null) {
        return flow;
      }
      throw ApiFailure.validation(
          "Template format error: JSON not well-formed. (line "
              + (e.getLocation() == null ? 0 : e.getLocation().getLineNr())
              + ", column "
              + (e.getLocation() == null ? 0 : e.getLocation().getColumnNr())
              + ")");
    }
  }

  /** A YAML template may begin with a brace too; if it is neither, the fault told is JSON's. */
  private static JsonNode yamlInBraces(String text) {
    try {
      return YamlTree.parse(text);
    } catch (ApiFailure e) {
      return null;
    }
  }
}
