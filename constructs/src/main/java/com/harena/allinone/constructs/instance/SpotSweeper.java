package com.harena.allinone.constructs.instance;

import com.harena.allinone.constructs.handler.InlineHandler;
import com.harena.allinone.constructs.handler.InlineHandlerProps;
import com.harena.allinone.constructs.handler.Policies;
import com.harena.allinone.handler.HandlerSource;
import com.harena.allinone.machine.CleanUpPermissions;
import com.harena.allinone.machine.MachineIdentity;
import java.time.Duration;
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
  private static final Duration TIMEOUT = Duration.ofMinutes(15);

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
    InlineHandlerProps.Builder props =
        InlineHandlerProps.builder()
            .source(HandlerSource.spotSweeper())
            .description("After an instance is gone: ends its Spot requests and what they launched")
            .timeout(TIMEOUT);
    new CleanUpPermissions(Policies.stackPlace(), deployment)
        .spotSweeper(role.profile().getAttrArn())
        .forEach(permission -> props.allow(Policies.statement(permission)));
    resource =
        new InlineHandler(this, "Handler", props.build())
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
