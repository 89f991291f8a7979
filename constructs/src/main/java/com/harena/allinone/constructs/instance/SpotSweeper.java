package com.harena.allinone.constructs.instance;

import com.harena.allinone.constructs.handler.InlineHandler;
import com.harena.allinone.constructs.handler.InlineHandlerProps;
import com.harena.allinone.constructs.handler.Policies;
import com.harena.allinone.handler.HandlerFunction;
import com.harena.allinone.machine.CleanUpPermissions;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.machine.Permission;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/**
 * The outer guard of the Spot clean-up: a custom resource made before the launch template and so
 * deleted after the instance, also when a deployment is rolled back. On Delete it cancels every
 * Spot request tagged with the deployment and this suffix, terminates what they launched, and
 * waits. Its physical id is the suffix. Not needed on demand.
 *
 * <p>It may terminate only instances that have the deployment's instance profile: what EC2 launches
 * again for a persistent request carries no tags.
 */
public final class SpotSweeper extends Construct {
  private final CfnResource resource;

  /**
   * Makes the custom resource and its function, which serves every suffix.
   *
   * @param identity identity of the instance to clean up behind
   * @param role role of the deployment's instances
   */
  public SpotSweeper(Construct scope, String id, MachineIdentity identity, InstanceRole role) {
    super(scope, id);
    String deployment = identity.launch().deployment();
    List<Permission> permissions =
        new CleanUpPermissions(Policies.stackPlace(), deployment)
            .spotSweeper(role.profile().getAttrArn());
    resource =
        new InlineHandler(
                this, "Handler", InlineHandlerProps.of(HandlerFunction.spotSweeper(), permissions))
            .resource(
                this,
                identity.suffix(),
                "Custom::SpotSweeper",
                Map.of("Deployment", deployment, "Suffix", identity.suffix()));
  }

  /** The custom resource, on which the launch template depends. */
  public CfnResource resource() {
    return resource;
  }
}
