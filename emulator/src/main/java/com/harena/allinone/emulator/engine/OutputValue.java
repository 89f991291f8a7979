package com.harena.allinone.emulator.engine;

import java.util.Optional;

/**
 * An output of a stack.
 *
 * @param key its name
 * @param value its value
 * @param description what the template says of it
 * @param exportName the name under which other stacks import it
 */
public record OutputValue(
    String key, String value, Optional<String> description, Optional<String> exportName) {}
