package com.harena.allinone.emulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An output as a template declares it.
 *
 * @param key its name
 * @param value its value, unresolved
 * @param description what the template says of it
 * @param condition the condition under which it exists
 * @param exportName the name of its export, unresolved
 */
public record OutputDeclaration(
    String key,
    JsonNode value,
    Optional<String> description,
    Optional<String> condition,
    Optional<JsonNode> exportName) {}
