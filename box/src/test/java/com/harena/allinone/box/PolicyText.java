package com.harena.allinone.box;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.machine.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Permissions as IAM reads them. */
final class PolicyText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PolicyText() {}

  static String of(List<Permission> permissions) {
    List<Map<String, Object>> statements = new ArrayList<>();
    for (Permission permission : permissions) {
      Map<String, Object> statement = new LinkedHashMap<>();
      statement.put("Sid", permission.sid());
      statement.put("Effect", permission.allowed() ? "Allow" : "Deny");
      statement.put("Action", permission.actions());
      statement.put("Resource", permission.resources());
      if (!permission.conditions().isEmpty()) {
        statement.put("Condition", permission.conditions());
      }
      statements.add(statement);
    }
    try {
      return JSON.writeValueAsString(Map.of("Version", "2012-10-17", "Statement", statements));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
