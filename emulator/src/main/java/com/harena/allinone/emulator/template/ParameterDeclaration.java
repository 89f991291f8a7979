package com.harena.allinone.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A parameter as a template declares it.
 *
 * @param key its name
 * @param type its type
 * @param node its other members
 */
public record ParameterDeclaration(String key, String type, JsonNode node) {
  private static final Set<String> MEMBERS =
      Set.of(
          "Type",
          "Default",
          "AllowedPattern",
          "AllowedValues",
          "ConstraintDescription",
          "Description",
          "MaxLength",
          "MaxValue",
          "MinLength",
          "MinValue",
          "NoEcho");
  private static final String SSM = "AWS::SSM::Parameter::Value<";
  private static final Pattern TYPES =
      Pattern.compile(
          "String|Number|CommaDelimitedList|List<(String|Number)>|AWS::SSM::Parameter::Name"
              + "|(List<)?AWS::(EC2|Route53)::[A-Za-z0-9]+(::[A-Za-z0-9]+)*>?"
              + "|AWS::SSM::Parameter::Value<(String|CommaDelimitedList"
              + "|List<[A-Za-z0-9:]+>|AWS::[A-Za-z0-9:]+)>");

  static ParameterDeclaration read(String key, JsonNode node) {
    if (!key.matches("[a-zA-Z0-9]{1,255}")) {
      throw format("Parameter name " + key + " is non alphanumeric.");
    }
    if (!node.isObject() || !node.path("Type").isTextual()) {
      throw format("Every Parameters object must contain a Type member: " + key);
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!MEMBERS.contains(name)) {
                throw ApiFailure.validation(
                    "Invalid template parameter property '" + name + "' of parameter " + key);
              }
            });
    String type = node.get("Type").asText();
    if (!TYPES.matcher(type).matches()) {
      throw format("Unrecognized parameter type: " + type);
    }
    return new ParameterDeclaration(key, type, node);
  }

  /** Whether its value names an SSM parameter whose value is meant. */
  public boolean fromSsm() {
    return type.startsWith(SSM);
  }

  /** The type of what {@code Ref} gives. */
  public String valueType() {
    return fromSsm() ? type.substring(SSM.length(), type.length() - 1) : type;
  }

  /** Whether {@code Ref} gives a list. */
  public boolean isList() {
    return valueType().equals("CommaDelimitedList") || valueType().startsWith("List<");
  }

  /** Whether its value is a secret. */
  public boolean noEcho() {
    return node.path("NoEcho").asText().equalsIgnoreCase("true");
  }

  /** Its default. */
  public Optional<String> defaultValue() {
    JsonNode value = node.path("Default");
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (value.isContainerNode()) {
      throw format("Every Default member must be a string: parameter " + key);
    }
    return Optional.of(value.asText());
  }

  /** The values that it may have, empty for any. */
  public List<String> allowedValues() {
    List<String> values = new ArrayList<>();
    node.path("AllowedValues").forEach(each -> values.add(each.asText()));
    return values;
  }

  /**
   * Holds a value against the constraints.
   *
   * @throws ApiFailure if it breaks one
   */
  public void check(String value) {
    List<String> parts = isList() && !fromSsm() ? List.of(value.split(",", -1)) : List.of(value);
    for (String part : parts) {
      checkOne(part.strip().isEmpty() ? part : isList() ? part.strip() : part);
    }
  }

  private void checkOne(String value) {
    constraint(
        allowedValues().isEmpty() || allowedValues().contains(value),
        "must be one of AllowedValues");
    String pattern = node.path("AllowedPattern").asText();
    constraint(pattern.isEmpty() || matches(pattern, value), "must match pattern " + pattern);
    constraint(
        !node.has("MinLength") || value.length() >= node.get("MinLength").asInt(),
        "must contain at least " + node.path("MinLength").asText() + " characters");
    constraint(
        !node.has("MaxLength") || value.length() <= node.get("MaxLength").asInt(),
        "must contain at most " + node.path("MaxLength").asText() + " characters");
    if (valueType().contains("Number") && !fromSsm()) {
      number(value);
    }
  }

  private void number(String value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value.strip());
    } catch (NumberFormatException e) {
      throw ApiFailure.validation("Parameter '" + key + "' must be a number.");
    }
    constraint(
        !node.has("MinValue")
            || number.compareTo(new BigDecimal(node.get("MinValue").asText())) >= 0,
        "must be a number not less than " + node.path("MinValue").asText());
    constraint(
        !node.has("MaxValue")
            || number.compareTo(new BigDecimal(node.get("MaxValue").asText())) <= 0,
        "must be a number not greater than " + node.path("MaxValue").asText());
  }

  private boolean matches(String pattern, String value) {
    try {
      return Pattern.compile(pattern).matcher(value).matches();
    } catch (PatternSyntaxException e) {
      throw format("Parameter " + key + " has an AllowedPattern that is no pattern: " + pattern);
    }
  }

  private void constraint(boolean held, String rule) {
    if (!held) {
      throw ApiFailure.validation(
          node.has("ConstraintDescription")
              ? "Parameter "
                  + key
                  + " failed to satisfy constraint: "
                  + node.get("ConstraintDescription").asText()
              : "Parameter '" + key + "' " + rule);
    }
  }

  private static ApiFailure format(String message) {
    return ApiFailure.validation("Template format error: " + message);
  }
}
