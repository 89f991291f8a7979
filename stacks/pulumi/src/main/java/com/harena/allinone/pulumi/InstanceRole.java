package com.harena.allinone.pulumi;

import com.harena.allinone.machine.InstancePermissions;
import com.harena.allinone.machine.Permission;
import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.aws.iam.InstanceProfileArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.inputs.RoleInlinePolicyArgs;
import com.pulumi.core.Output;
import java.util.List;

/**
 * Role and instance profile with the {@link InstancePermissions} and nothing else. Its statements
 * stand inside the role, so that whatever depends on the role has them from its first second.
 */
final class InstanceRole {
  private InstanceRole() {}

  /** Makes role and profile, and gives the profile. */
  static InstanceProfile of(
      Stage stage, Network network, Output<String> volumeId, BackupBucket backups) {
    String path = stage.identity().rolePath();
    Output<List<Permission>> permissions =
        Output.tuple(stage.place(), network.vpc().id(), volumeId, backups.bucket().arn())
            .applyValue(
                known ->
                    InstancePermissions.builder()
                        .place(known.t1)
                        .deployment(stage.blueprint().deployment())
                        .parameters(stage.parameters())
                        .vpcId(known.t2)
                        .volumeId(known.t3)
                        .bucketArn(known.t4)
                        .build()
                        .statements());
    Role role =
        new Role(
            LogicalId.of("InstanceRole", "Role"),
            RoleArgs.builder()
                .description(InstancePermissions.roleDescription(stage.blueprint().deployment()))
                .path(path)
                .assumeRolePolicy(Policies.trust(InstancePermissions.PRINCIPAL))
                .inlinePolicies(
                    RoleInlinePolicyArgs.builder()
                        .name(InstancePermissions.POLICY)
                        .policy(Policies.document(permissions))
                        .build())
                .build(),
            stage.options().build());
    return new InstanceProfile(
        LogicalId.of("InstanceRole", "Profile"),
        InstanceProfileArgs.builder().path(path).role(role.name()).build(),
        stage.options().build());
  }
}
