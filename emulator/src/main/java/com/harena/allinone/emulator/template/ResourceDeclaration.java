package com.harena.allinone.emulator.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A resource as a template declares it.
 *
 * @param logicalId its name
 * @param type its type
 * @param properties its properties, unresolved
 * @param dependsOn what it names in DependsOn
 * @param condition the condition under which it exists
 * @param metadata its metadata, empty if there is none
 * @param deletionPolicy what becomes of it when it leaves the stack
 * @param updateReplacePolicy what becomes of it when another takes its place
 */
public record ResourceDeclaration(
    String logicalId,
    String type,
    ObjectNode properties,
    List<String> dependsOn,
    Optional<String> condition,
    ObjectNode metadata,
    Policy deletionPolicy,
    Policy updateReplacePolicy) {

  /** What becomes of a resource. */
  public enum Policy {
    /** It is removed. */
    DELETE("Delete"),
    /** It stays, outside the stack. */
    RETAIN("Retain"),
    /** It stays, unless the operation that made it fails. */
    RETAIN_EXCEPT_ON_CREATE("RetainExceptOnCreate"),
    /** A snapshot of it stays. */
    SNAPSHOT("Snapshot");

    private final String word;

    Policy(String word) {
      this.word = word;
    }

    /** As the template writes it. */
    public String word() {
      return word;
    }

    /** The policy that a template writes, if there is such a one. */
    public static Optional<Policy> of(String word) {
      for (Policy policy : values()) {
        if (policy.word.equals(word)) {
          return Optional.of(policy);
        }
      }
      return Optional.empty();
    }
  }
}
