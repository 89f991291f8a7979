package com.harena.allinone.emulator.handler.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** Takes a role's policies away, before it is deleted. */
final class RoleContents {
  private final IamClient iam;

  RoleContents(IamClient iam) {
    this.iam = iam;
  }

  /** Takes away every policy: nobody else had time to give the role one. */
  void clear(String role) {
    clear(role, attached(role), inline(role));
  }

  /** Takes away only the policies that these properties gave. */
  void clear(String role, ObjectNode properties) {
    List<String> arns = Json.texts(properties.path("ManagedPolicyArns"));
    List<String> names = properties.path("Policies").findValuesAsText("PolicyName");
    clear(
        role,
        attached(role).stream().filter(arns::contains).toList(),
        inline(role).stream().filter(names::contains).toList());
  }

  private void clear(String role, List<String> arns, List<String> names) {
    arns.forEach(arn -> iam.detachRolePolicy(call -> call.roleName(role).policyArn(arn)));
    names.forEach(name -> iam.deleteRolePolicy(call -> call.roleName(role).policyName(name)));
  }

  private List<String> attached(String role) {
    return iam.listAttachedRolePolicies(call -> call.roleName(role)).attachedPolicies().stream()
        .map(AttachedPolicy::policyArn)
        .toList();
  }

  private List<String> inline(String role) {
    return iam.listRolePolicies(call -> call.roleName(role)).policyNames();
  }
}
