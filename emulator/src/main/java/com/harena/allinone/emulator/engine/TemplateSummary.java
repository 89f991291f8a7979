package com.harena.allinone.emulator.engine;

import java.util.List;
import java.util.Optional;

/**
 * What GetTemplateSummary and ValidateTemplate answer.
 *
 * @param description the template's description
 * @param version the template's format version
 * @param metadata the template's metadata as JSON
 * @param parameters its parameters as declared
 * @param resourceTypes the types of its resources, each once
 * @param capabilities capabilities that a caller must acknowledge
 * @param capabilitiesReason why
 * @param identifiers for each type the logical ids and the properties that identify a resource
 */
public record TemplateSummary(
    Optional<String> description,
    Optional<String> version,
    Optional<String> metadata,
    List<Declaration> parameters,
    List<String> resourceTypes,
    List<String> capabilities,
    Optional<String> capabilitiesReason,
    List<Identifiers> identifiers) {

  /**
   * A parameter as the template declares it.
   *
   * @param key its name
   * @param type its type
   * @param defaultValue its default
   * @param noEcho whether its value is a secret
   * @param description what the template says of it
   * @param allowedValues the values it may have, empty for any
   */
  public record Declaration(
      String key,
      String type,
      Optional<String> defaultValue,
      boolean noEcho,
      Optional<String> description,
      List<String> allowedValues) {}

  /**
   * How the resources of a type are identified.
   *
   * @param type the type
   * @param logicalIds names of its resources in the template
   * @param properties properties that identify one
   */
  public record Identifiers(String type, List<String> logicalIds, List<String> properties) {}
}
