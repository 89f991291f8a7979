package com.harena.allinone.edge;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.machine.Suffix;
import java.util.Map;
import java.util.Objects;

/**
 * Everything a CloudFront VPC origin is made from. CloudFront refuses any change of an origin that
 * a distribution uses (409, aws/aws-cdk#35765), and origin names are unique in an account over all
 * regions (aws/aws-cdk#35338); so a changed origin is a new one, with a suffix and a name of its
 * own.
 *
 * @param instanceSuffix suffix of the instance
 * @param region AWS region
 * @param stackName name of the stack
 * @param port port on the instance
 * @param protocol how CloudFront speaks to the instance
 * @param tags tags of the origin, those that CloudFormation passes on from the stack included
 */
public record OriginIdentity(
    String instanceSuffix,
    String region,
    String stackName,
    int port,
    String protocol,
    Map<String, String> tags) {
  /** CloudFront speaks plain HTTP to the instance: the traffic stays within AWS's network. */
  public static final String HTTP_ONLY = "http-only";

  /** Copies the tags. */
  public OriginIdentity {
    Objects.requireNonNull(instanceSuffix, "instanceSuffix");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(stackName, "stackName");
    Objects.requireNonNull(protocol, "protocol");
    tags = Map.copyOf(tags);
    // AWS's limits for VPC origins.
    if (port != 80 && port != 443 && (port < 1024 || port > 65535)) {
      throw new IllegalArgumentException(
          "VPC origin on port %d: CloudFront allows 80, 443 and 1024 to 65535".formatted(port));
    }
  }

  /** The identity of the origin of a blueprint's instance. */
  public static OriginIdentity of(Blueprint blueprint, MachineIdentity instance) {
    return new OriginIdentity(
        instance.suffix(),
        blueprint.region().value(),
        blueprint.deployment(),
        blueprint.services().backend().port(),
        HTTP_ONLY,
        blueprint.tags());
  }

  /** Suffix of its logical id. */
  public String suffix() {
    return Suffix.of(this);
  }

  /** Its name. */
  public String name() {
    return "allinone-" + suffix();
  }
}
