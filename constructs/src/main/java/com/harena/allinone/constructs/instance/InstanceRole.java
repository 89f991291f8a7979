package com.harena.allinone.constructs.instance;

import com.harena.allinone.constructs.handler.Policies;
import com.harena.allinone.constructs.storage.DataVolume;
import com.harena.allinone.machine.InstancePermissions;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.machine.ParameterNames;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.iam.CfnInstanceProfile;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * Role and instance profile with the {@link InstancePermissions} and nothing else; no managed
 * policy: AmazonSSMManagedInstanceCore reads every parameter of the account. Its statements stand
 * inside the role, so that whatever depends on the role has them from its first second.
 */
public final class InstanceRole extends Construct {
  /**
   * What the role is about.
   *
   * @param identity the instance's identity
   * @param parameters names of the deployment's parameters
   * @param volume the data volume
   * @param backups the backup bucket
   */
  public record Props(
      MachineIdentity identity, ParameterNames parameters, DataVolume volume, IBucket backups) {
    /** Refuses absent parts. */
    public Props {
      Objects.requireNonNull(identity, "identity");
      Objects.requireNonNull(parameters, "parameters");
      Objects.requireNonNull(volume, "volume");
      Objects.requireNonNull(backups, "backups");
    }
  }

  private final CfnInstanceProfile profile;

  /** Makes role and profile. */
  public InstanceRole(Construct scope, String id, Props props) {
    super(scope, id);
    String deployment = props.identity().launch().deployment();
    InstancePermissions permissions =
        new InstancePermissions(
            Policies.stackPlace(),
            deployment,
            props.parameters(),
            props.volume().volumeId(),
            props.backups().getBucketArn());
    CfnRole role =
        CfnRole.Builder.create(this, "Role")
            .description("The instance of " + deployment)
            .path(props.identity().rolePath())
            .assumeRolePolicyDocument(Policies.trust("ec2.amazonaws.com"))
            .policies(
                List.of(
                    CfnRole.PolicyProperty.builder()
                        .policyName("instance")
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
