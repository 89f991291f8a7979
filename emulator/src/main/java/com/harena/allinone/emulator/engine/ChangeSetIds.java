package com.harena.allinone.emulator.engine;

/**
 * What CreateChangeSet answers.
 *
 * @param id ARN of the change set
 * @param stackId ARN of its stack
 */
public record ChangeSetIds(String id, String stackId) {}
