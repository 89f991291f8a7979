package com.harena.allinone.pulumi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.machine.Permission;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** IAM policies, as JSON, from the permissions that the core states as data. */
final class Policies {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Policies() {}

  /** A document of these permissions. */
  static String document(List<Permission> permissions) {
    return document(permissions.stream().map(Policies::statement).toArray());
  }

  /** A document of permissions that hold references. */
  static Output<String> document(Output<List<Permission>> permissions) {
    return permissions.applyValue(Policies::document);
  }

  /** A trust policy that lets an AWS service take on a role. */
  static String trust(String service) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Action", "sts:AssumeRole");
    statement.put("Effect", "Allow");
    statement.put("Principal", Map.of("Service", service));
    return document(statement);
  }

  /**
   * The statement of a permission, with which the policy of a resource begins: who it is for, its
   * {@code Principal}, is still to be put.
   */
  static Map<String, Object> statement(Permission permission) {
    Map<String, Object> statement = new LinkedHashMap<>();
    if (!permission.sid().isEmpty()) {
      statement.put("Sid", permission.sid());
    }
    statement.put("Effect", permission.allowed() ? "Allow" : "Deny");
    statement.put("Action", oneOrMore(permission.actions()));
    statement.put("Resource", oneOrMore(permission.resources()));
    if (!permission.conditions().isEmpty()) {
      statement.put("Condition", permission.conditions());
    }
    return statement;
  }

  /** A document of these statements. */
  static String document(Object... statements) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Version", "2012-10-17");
    document.put("Statement", statements);
    try {
      return MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts, lists and maps are JSON", e);
    }
  }

  private static Object oneOrMore(List<String> values) {
    return values.size() == 1 ? values.get(0) : values;
  }
}
