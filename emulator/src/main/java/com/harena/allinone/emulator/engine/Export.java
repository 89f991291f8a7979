package com.harena.allinone.emulator.engine;

/**
 * A value that a stack exports.
 *
 * @param stackId ARN of the stack
 * @param name its name
 * @param value its value
 */
public record Export(String stackId, String name, String value) {}
