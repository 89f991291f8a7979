package com.harena.allinone.emulator.policy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** The policies that a role has at this moment, inline and attached. */
public final class RolePolicies {
  private final IamClient iam;

  /** Reads them through IAM. */
  public RolePolicies(IamClient iam) {
    this.iam = iam;
  }

  /** The role's policies; none of a role that is gone. */
  List<Policy> of(String role) {
    try {
      List<Policy> policies = new ArrayList<>();
      for (String name : iam.listRolePolicies(call -> call.roleName(role)).policyNames()) {
        policies.add(
            parse(
                iam.getRolePolicy(call -> call.roleName(role).policyName(name)).policyDocument()));
      }
      iam.listAttachedRolePolicies(call -> call.roleName(role))
          .attachedPolicies()
          .forEach(policy -> policies.add(parse(document(policy))));
      return policies;
    } catch (NoSuchEntityException e) {
      return List.of();
    }
  }

  /** The ARN of the role in an instance profile. */
  public String roleOfProfile(String profile) {
    String name = profile.substring(profile.lastIndexOf('/') + 1);
    return iam.getInstanceProfile(call -> call.instanceProfileName(name))
        .instanceProfile()
        .roles()
        .get(0)
        .arn();
  }

  private String document(AttachedPolicy policy) {
    String version =
        iam.getPolicy(call -> call.policyArn(policy.policyArn())).policy().defaultVersionId();
    return iam.getPolicyVersion(call -> call.policyArn(policy.policyArn()).versionId(version))
        .policyVersion()
        .document();
  }

  private static Policy parse(String document) {
    return Policy.parse(
        document.startsWith("%")
            ? URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8)
            : document);
  }
}
