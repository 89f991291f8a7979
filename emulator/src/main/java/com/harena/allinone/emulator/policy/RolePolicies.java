package com.harena.allinone.emulator.policy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/**
 * The policies that a role has at this moment, inline and attached. Every call of a machine is
 * judged by them, so they are read once, and again only after IAM was changed.
 */
public final class RolePolicies {
  private final IamClient iam;
  private final Remembered<List<Policy>> policies;
  private final Remembered<Optional<TrustPolicy>> trusts;
  private final Remembered<String> profiles;

  /**
   * Reads them through IAM.
   *
   * @param changes counts what changes IAM
   */
  public RolePolicies(IamClient iam, IamChanges changes) {
    this.iam = iam;
    policies = new Remembered<>(changes::count, this::read);
    trusts = new Remembered<>(changes::count, this::readTrust);
    profiles = new Remembered<>(changes::count, this::readRole);
  }

  /** The role's policies; none of a role that is gone. */
  List<Policy> of(String role) {
    return policies.of(role);
  }

  private List<Policy> read(String role) {
    try {
      List<Policy> found = new ArrayList<>();
      for (String name : iam.listRolePolicies(call -> call.roleName(role)).policyNames()) {
        found.add(
            parse(
                iam.getRolePolicy(call -> call.roleName(role).policyName(name)).policyDocument()));
      }
      iam.listAttachedRolePolicies(call -> call.roleName(role))
          .attachedPolicies()
          .forEach(policy -> found.add(parse(document(policy))));
      return List.copyOf(found);
    } catch (NoSuchEntityException e) {
      return List.of();
    }
  }

  /** The ARN of the role in an instance profile. */
  private String readRole(String profile) {
    String name = profile.substring(profile.lastIndexOf('/') + 1);
    return iam.getInstanceProfile(call -> call.instanceProfileName(name))
        .instanceProfile()
        .roles()
        .get(0)
        .arn();
  }

  /** Whether a role lets a service assume it; one that is gone lets none. */
  boolean trusts(String role, String service, ContextKeys context) {
    return trusts.of(role).filter(trust -> trust.allows(service, role, context)).isPresent();
  }

  private Optional<TrustPolicy> readTrust(String role) {
    String name = role.substring(role.lastIndexOf('/') + 1);
    try {
      String document = iam.getRole(call -> call.roleName(name)).role().assumeRolePolicyDocument();
      return Optional.of(TrustPolicy.parse(decoded(document)));
    } catch (NoSuchEntityException e) {
      return Optional.empty();
    }
  }

  /**
   * The ARN of the role whose credentials instances with this profile get.
   *
   * @throws IllegalStateException if EC2 may not assume it, as an instance's metadata says it
   */
  public String roleOfInstances(String profile) {
    String role = profiles.of(profile);
    if (!trusts(role, "ec2.amazonaws.com", ContextKeys.none())) {
      throw new IllegalStateException(
          "AssumeRoleUnauthorizedAccess: EC2 cannot assume the role %s"
              .formatted(role.substring(role.lastIndexOf('/') + 1)));
    }
    return role;
  }

  private String document(AttachedPolicy policy) {
    String version =
        iam.getPolicy(call -> call.policyArn(policy.policyArn())).policy().defaultVersionId();
    return iam.getPolicyVersion(call -> call.policyArn(policy.policyArn()).versionId(version))
        .policyVersion()
        .document();
  }

  private static Policy parse(String document) {
    return Policy.parse(decoded(document));
  }

  private static String decoded(String document) {
    return document.startsWith("%")
        ? URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8)
        : document;
  }
}
