package com.harena.allinone.machine;

import com.harena.allinone.blueprint.Blueprint;
import java.util.Objects;
import java.util.Optional;

/**
 * Every literal of the launch template: nothing that launches the instance stands elsewhere, so
 * that a change of any of it gives the instance a new suffix.
 *
 * @param deployment name of the deployment; tag and name of what is launched
 * @param instanceType EC2 instance type, such as {@code t4g.small}
 * @param imageId AMI id, or {@code resolve:ssm:…}, which EC2 resolves at each launch
 * @param spot what is asked of the Spot market; on demand without it
 * @param cpuCredits credit mode of a burstable type
 * @param detailedMonitoring whether EC2 reports every minute, each metric billed; every five
 *     minutes, for nothing, otherwise
 * @param root the root volume
 * @param metadata access to the instance's metadata
 */
public record LaunchData(
    String deployment,
    String instanceType,
    String imageId,
    Optional<SpotMarket> spot,
    String cpuCredits,
    boolean detailedMonitoring,
    RootDisk root,
    MetadataAccess metadata) {
  /** Never spends more credits than the instance has earned: unlimited ones are billed. */
  static final String STANDARD_CREDITS = "standard";

  /** Refuses absent parts. */
  public LaunchData {
    Objects.requireNonNull(deployment, "deployment");
    Objects.requireNonNull(instanceType, "instanceType");
    Objects.requireNonNull(imageId, "imageId");
    Objects.requireNonNull(spot, "spot");
    Objects.requireNonNull(cpuCredits, "cpuCredits");
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(metadata, "metadata");
  }

  /** What launches the instance that a blueprint describes. */
  public static LaunchData of(Blueprint blueprint) {
    return new LaunchData(
        blueprint.deployment(),
        blueprint.machine().type().awsName(),
        blueprint.machine().image().value(),
        SpotMarket.of(blueprint.machine().purchase()),
        STANDARD_CREDITS,
        false,
        RootDisk.DEFAULT,
        MetadataAccess.DEFAULT);
  }
}
