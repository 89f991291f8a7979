package com.harena.allinone.emulator.machine;

import com.harena.allinone.emulator.fleet.LocalEc2;
import com.harena.allinone.emulator.policy.Access;
import com.harena.allinone.emulator.policy.Authorization;
import com.harena.allinone.emulator.policy.ContextKeys;
import com.harena.allinone.emulator.policy.Principal;
import com.harena.allinone.emulator.policy.RolePolicies;
import com.harena.allinone.emulator.policy.UnknownToPolicies;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Whether an instance's role lets Systems Manager's agent do what an association needs: report,
 * list its associations, read the document, tell how it went.
 */
final class AgentAccess {
  private final LocalEc2 ec2;
  private final RolePolicies policies;
  private final Authorization authorization;
  private final String region;

  AgentAccess(LocalEc2 ec2, RolePolicies policies, Authorization authorization, String region) {
    this.ec2 = ec2;
    this.policies = policies;
    this.authorization = authorization;
    this.region = region;
  }

  /** IAM's refusal; empty if all is allowed. */
  Optional<String> refusal(String instance) {
    Optional<String> profile = ec2.profile(instance);
    if (profile.isEmpty()) {
      return Optional.of("there is no instance profile, hence no credentials");
    }
    try {
      Principal principal = new Principal(policies.roleOfInstances(profile.get()), instance);
      return authorization.refusal(principal, needed(principal, instance));
    } catch (UnknownToPolicies | IllegalStateException | SdkException e) {
      return Optional.of(e.getMessage());
    }
  }

  private List<Access> needed(Principal principal, String instance) {
    ContextKeys context =
        ContextKeys.none().with("aws:Ec2InstanceSourceVpc", ec2.networkOfInstance(instance));
    String itself =
        "arn:aws:ec2:%s:%s:instance/%s".formatted(region, principal.account(), instance);
    return List.of(
        Access.of("ssm:UpdateInstanceInformation", itself, context),
        Access.of("ssm:ListInstanceAssociations", itself, context),
        Access.of("ssm:UpdateInstanceAssociationStatus", itself, context),
        Access.of(
            "ssm:GetDocument",
            "arn:aws:ssm:%s::document/AWS-RunShellScript".formatted(region),
            context));
  }
}
