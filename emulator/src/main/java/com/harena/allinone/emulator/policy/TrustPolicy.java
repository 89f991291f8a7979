package com.harena.allinone.emulator.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may assume a role.
 *
 * @param parts its statements, each with whom it speaks of
 */
record TrustPolicy(List<Part> parts) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PRINCIPAL = "Principal";

  /** One statement. */
  record Part(List<String> services, Policy statement) {
    Part {
      services = List.copyOf(services);
    }
  }

  TrustPolicy {
    parts = List.copyOf(parts);
  }

  /**
   * Reads a role's document.
   *
   * @throws UnknownToPolicies if it says something that is not known here
   */
  static TrustPolicy parse(String text) {
    try {
      JsonNode all = JSON.readTree(text).path("Statement");
      List<Part> parts = new ArrayList<>();
      for (JsonNode each : all.isArray() ? all : JSON.createArrayNode().add(all)) {
        ObjectNode rest = each.deepCopy();
        JsonNode principal = rest.remove(PRINCIPAL);
        ObjectNode single = JSON.createObjectNode().set("Statement", rest);
        parts.add(new Part(services(principal), Policy.parse(single.toString())));
      }
      return new TrustPolicy(parts);
    } catch (JsonProcessingException e) {
      throw new UnknownToPolicies("a trust policy is no JSON: " + e.getOriginalMessage());
    }
  }

  /** Whether a service may assume the role of this ARN. */
  boolean allows(String service, String role, ContextKeys context) {
    List<Policy> own =
        parts.stream()
            .filter(part -> part.services().contains(service) || part.services().contains("*"))
            .map(Part::statement)
            .toList();
    return Decision.of(own, Access.of("sts:AssumeRole", role, context)) == Decision.ALLOWED;
  }

  private static List<String> services(JsonNode principal) {
    if (principal == null) {
      return List.of();
    }
    JsonNode named = principal.isObject() ? principal.path("Service") : principal;
    List<String> services = new ArrayList<>();
    if (named.isTextual()) {
      services.add(named.asText());
    }
    named.forEach(each -> services.add(each.asText()));
    return services;
  }
}
