package com.harena.allinone.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.ParameterInput;
import com.harena.allinone.emulator.engine.ParameterSource;
import com.harena.allinone.emulator.engine.ParameterValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gives each parameter of a template its value. */
public final class Parameters {
  /** What stands in answers and events for a secret. */
  public static final String MASK = "****";

  private final Map<String, ParameterDeclaration> declarations;
  private final Map<String, ParameterValue> values = new LinkedHashMap<>();

  private Parameters(Map<String, ParameterDeclaration> declarations) {
    this.declarations = declarations;
  }

  /**
   * Resolves and checks values.
   *
   * @param previous the stack's present values by name, unmasked
   */
  public static Parameters resolve(
      Template template,
      List<ParameterInput> given,
      Map<String, String> previous,
      ParameterSource source) {
    Parameters resolved = new Parameters(template.parameters());
    Map<String, ParameterInput> inputs = new LinkedHashMap<>();
    for (ParameterInput input : given) {
      if (inputs.put(input.key(), input) != null) {
        throw ApiFailure.validation("Duplicate input for Parameter " + input.key());
      }
    }
    Set<String> unknown = new TreeSet<>(inputs.keySet());
    unknown.removeAll(template.parameters().keySet());
    if (!unknown.isEmpty()) {
      throw ApiFailure.validation(
          "Parameters: [" + String.join(", ", unknown) + "] do not exist in the template");
    }
    List<String> missing = new ArrayList<>();
    for (ParameterDeclaration declaration : template.parameters().values()) {
      Optional<String> value = value(declaration, inputs.get(declaration.key()), previous);
      if (value.isEmpty()) {
        missing.add(declaration.key());
      } else {
        declaration.check(value.get());
        resolved.values.put(
            declaration.key(),
            new ParameterValue(
                declaration.key(), value.get(), ssm(declaration, value.get(), source)));
      }
    }
    if (!missing.isEmpty()) {
      throw ApiFailure.validation(
          "Parameters: [" + String.join(", ", missing) + "] must have values");
    }
    return resolved;
  }

  /** The values that a stack has, without asking for any again. */
  public static Parameters known(Template template, List<ParameterValue> values) {
    Parameters known = new Parameters(template.parameters());
    values.forEach(each -> known.values.put(each.key(), each));
    return known;
  }

  private static Optional<String> value(
      ParameterDeclaration declaration, ParameterInput input, Map<String, String> previous) {
    if (input != null && input.usePrevious()) {
      return Optional.ofNullable(previous.get(declaration.key()));
    }
    if (input != null) {
      return input.value();
    }
    return declaration.defaultValue();
  }

  private static Optional<String> ssm(
      ParameterDeclaration declaration, String name, ParameterSource source) {
    if (!declaration.fromSsm()) {
      return Optional.empty();
    }
    return Optional.of(
        source
            .plain(name)
            .orElseThrow(
                () ->
                    ApiFailure.validation(
                        "Unable to fetch parameters ["
                            + name
                            + "] from parameter store for this account.")));
  }

  /** Whether the template has such a parameter. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** What {@code Ref} gives. */
  public JsonNode reference(String key) {
    String value = effective(key);
    if (!declarations.get(key).isList()) {
      return TextNode.valueOf(value);
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (!value.isEmpty()) {
      for (String part : value.split(",", -1)) {
        list.add(part.strip());
      }
    }
    return list;
  }

  /** The value that counts, from SSM for the types that say so. */
  public String effective(String key) {
    ParameterValue value = values.get(key);
    return value.resolved().orElse(value.value());
  }

  /** Names of the parameters of a type. */
  public List<String> ofType(String type) {
    return declarations.values().stream()
        .filter(each -> each.type().equals(type))
        .map(ParameterDeclaration::key)
        .toList();
  }

  /** Every value, unmasked. */
  public List<ParameterValue> values() {
    return List.copyOf(values.values());
  }

  /** The values of secrets, which never may be told. */
  public Set<String> secrets() {
    Set<String> secrets = new TreeSet<>();
    declarations.values().stream()
        .filter(ParameterDeclaration::noEcho)
        .map(each -> effective(each.key()))
        .filter(each -> !each.isEmpty())
        .forEach(secrets::add);
    return secrets;
  }

  /** Every value, secrets masked. */
  public List<ParameterValue> masked() {
    return values.values().stream()
        .map(
            each ->
                declarations.get(each.key()).noEcho()
                    ? new ParameterValue(each.key(), MASK, each.resolved().map(any -> MASK))
                    : each)
        .toList();
  }
}
