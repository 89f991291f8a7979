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
 * The inner guard of the Spot clean-up: a custom resource that refers to the instance, so it is
 * deleted before it; then, and only then, it cancels the Spot request that launched it. Its
 * physical id is the instance's. Not needed on demand.
 */
public final class SpotCancellation extends Construct {
  private final CfnResource resource;

  /**
   * Makes the custom resource and its function, which serves every suffix.
   *
   * @param identity identity of the instance
   * @param instance the instance
   */
  public SpotCancellation(
      Construct scope, String id, MachineIdentity identity, SpotInstance instance) {
    super(scope, id);
    List<Permission> permissions =
        new CleanUpPermissions(Policies.stackPlace(), identity.launch().deployment())
            .spotCancellation();
    resource =
        new InlineHandler(
                this,
                "Handler",
                InlineHandlerProps.of(HandlerFunction.spotCancellation(), permissions))
            .resource(
                this,
                identity.suffix(),
                "Custom::SpotCancellation",
                Map.of("InstanceId", instance.instance().getRef()));
  }

  /** The custom resource. */
  public CfnResource resource() {
    return resource;
  }
}
