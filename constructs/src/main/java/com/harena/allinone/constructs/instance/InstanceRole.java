package com.harena.allinone.constructs.instance;

import com.harena.allinone.constructs.handler.Policies;
import com.harena.allinone.machine.InstancePermissions;
import java.util.List;
import software.amazon.awscdk.services.iam.CfnInstanceProfile;
import software.amazon.awscdk.services.iam.CfnRole;
import software.constructs.Construct;

/**
 * Role and instance profile with the {@link InstancePermissions} and nothing else; no managed
 * policy: AmazonSSMManagedInstanceCore reads every parameter of the account. Its statements stand
 * inside the role, so that whatever depends on the role has them from its first second.
 */
public final class InstanceRole extends Construct {
  private final CfnInstanceProfile profile;

  /** Makes role and profile. */
  public InstanceRole(Construct scope, String id, InstanceRoleProps props) {
    super(scope, id);
    String deployment = props.identity().launch().deployment();
    InstancePermissions permissions =
        InstancePermissions.builder()
            .place(Policies.stackPlace())
            .deployment(deployment)
            .parameters(props.parameters())
            .vpcId(props.network().vpc().getRef())
            .volumeId(props.volume().volumeId())
            .bucketArn(props.backups().getBucketArn())
            .build();
    CfnRole role =
        CfnRole.Builder.create(this, "Role")
            .description(InstancePermissions.roleDescription(deployment))
            .path(props.identity().rolePath())
            .assumeRolePolicyDocument(Policies.trust(InstancePermissions.PRINCIPAL))
            .policies(
                List.of(
                    CfnRole.PolicyProperty.builder()
                        .policyName(InstancePermissions.POLICY)
                        .policyDocument(Policies.document(permissions.statements()))
                        .build()))
            .build();
    profile =
        CfnInstanceProfile.Builder.create(this, "Profile")
            .path(props.identity().rolePath())
            .roles(List.of(role.getRef()))
            .build();
  }

  /** The instance profile. */
  public CfnInstanceProfile profile() {
    return profile;
  }
}
