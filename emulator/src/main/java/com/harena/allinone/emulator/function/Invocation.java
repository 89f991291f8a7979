package com.harena.allinone.emulator.function;

import java.util.Optional;

/**
 * How a run of a function ended.
 *
 * @param payload what it returned, or its error, as JSON
 * @param error {@code Unhandled} if it failed
 * @param log what it wrote
 */
public record Invocation(String payload, Optional<String> error, String log) {}
