package com.harena.allinone.constructs.network;

import com.harena.allinone.constructs.handler.InlineHandler;
import com.harena.allinone.constructs.handler.InlineHandlerProps;
import com.harena.allinone.constructs.handler.Policies;
import com.harena.allinone.handler.HandlerFunction;
import com.harena.allinone.machine.CleanUpPermissions;
import com.harena.allinone.machine.Permission;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/**
 * Lets subnet and VPC be deleted after a CloudFront VPC origin: a custom resource that does nothing
 * until it is deleted, after everything that used the subnet and before the subnet; then it waits,
 * at most 15 minutes, until CloudFront's network interfaces have left, and deletes the security
 * group that CloudFront leaves in the VPC unless an origin in another subnet uses it.
 *
 * <p>Its physical id is the subnet's, so a new subnet has the old one cleared. The instance, and so
 * the origin, must depend on {@link #resource()}.
 */
public final class CloudFrontLeftovers extends Construct {
  private final CfnResource resource;

  /**
   * Makes the custom resource and its function.
   *
   * @param deployment name of the deployment
   * @param network the network that CloudFront enters
   */
  public CloudFrontLeftovers(Construct scope, String id, String deployment, SimpleVpc network) {
    super(scope, id);
    String vpcId = network.vpc().getRef();
    List<Permission> permissions =
        new CleanUpPermissions(Policies.stackPlace(), deployment).cloudFrontLeftovers(vpcId);
    resource =
        new InlineHandler(
                this,
                "Handler",
                InlineHandlerProps.of(HandlerFunction.cloudFrontLeftovers(), permissions))
            .resource(
                this,
                "Default",
                "Custom::CloudFrontLeftovers",
                Map.of("SubnetId", network.subnet().getRef(), "VpcId", vpcId));
  }

  /** The custom resource, on which the instance depends. */
  public CfnResource resource() {
    return resource;
  }
}
