package com.harena.allinone.emulator.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Where intrinsic functions take values from. */
public interface Scope {
  /** What {@code Ref} gives: of a parameter, a pseudo parameter or a resource. */
  JsonNode reference(String name);

  /** What {@code Fn::GetAtt} gives. */
  JsonNode attribute(String logicalId, String attribute);

  /** Whether a condition holds. */
  boolean condition(String name);

  /** The mappings. */
  JsonNode mappings();

  /** The region that empty arguments mean. */
  String region();

  /** What another stack exports, if anything. */
  Optional<String> export(String name);

  /** The value that a dynamic reference such as {@code ssm:/name} means. */
  String dynamic(String reference);

  /** What {@code Fn::RefAll} gives. */
  JsonNode allOfType(String parameterType);
}
