package com.harena.allinone.emulator.handler.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** The managed and the inline policies that a role's own properties give it. */
final class RolePolicies {
  private final IamClient iam;

  RolePolicies(IamClient iam) {
    this.iam = iam;
  }

  /** Makes the role's policies those of its properties, where they were others before. */
  void change(String role, ObjectNode properties, ObjectNode previous) {
    List<String> wanted = Json.texts(properties.path("ManagedPolicyArns"));
    List<String> before = Json.texts(previous.path("ManagedPolicyArns"));
    wanted.stream()
        .filter(arn -> !before.contains(arn))
        .forEach(arn -> iam.attachRolePolicy(call -> call.roleName(role).policyArn(arn)));
    before.stream()
        .filter(arn -> !wanted.contains(arn))
        .forEach(arn -> iam.detachRolePolicy(call -> call.roleName(role).policyArn(arn)));
    Map<String, JsonNode> inline = inline(properties);
    inline.forEach(
        (name, document) ->
            iam.putRolePolicy(
                call ->
                    call.roleName(role).policyName(name).policyDocument(Json.document(document))));
    inline(previous).keySet().stream()
        .filter(name -> !inline.containsKey(name))
        .forEach(name -> iam.deleteRolePolicy(call -> call.roleName(role).policyName(name)));
  }

  /** Adds what the role has to what is told of it, without policies that others attached. */
  void read(String role, ObjectNode properties, ObjectNode told) {
    List<String> wanted = Json.texts(properties.path("ManagedPolicyArns"));
    List<String> attached =
        new ArrayList<>(
            iam.listAttachedRolePolicies(call -> call.roleName(role)).attachedPolicies().stream()
                .map(AttachedPolicy::policyArn)
                .toList());
    attached.retainAll(wanted);
    told.set("ManagedPolicyArns", Json.list(Json.inOrderOf(wanted, attached)));
    List<String> names = List.copyOf(inline(properties).keySet());
    List<String> has = new ArrayList<>(iam.listRolePolicies(c -> c.roleName(role)).policyNames());
    has.retainAll(names);
    ArrayNode policies = JsonNodeFactory.instance.arrayNode();
    for (String name : Json.inOrderOf(names, has)) {
      String document =
          iam.getRolePolicy(call -> call.roleName(role).policyName(name)).policyDocument();
      policies
          .addObject()
          .put("PolicyName", name)
          .set("PolicyDocument", Json.encodedDocument(document));
    }
    told.set("Policies", policies);
  }

  private static Map<String, JsonNode> inline(ObjectNode properties) {
    Map<String, JsonNode> policies = new LinkedHashMap<>();
    properties
        .path("Policies")
        .forEach(
            policy ->
                policies.put(policy.path("PolicyName").asText(), policy.path("PolicyDocument")));
    return policies;
  }
}
