package com.harena.allinone.constructs.storage;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Disk;
import com.harena.allinone.blueprint.Zone;
import java.util.Objects;

/**
 * The data volume to make or adopt.
 *
 * @param deployment name of the deployment, its tag
 * @param zone availability zone, that of the instance
 * @param disk size and kind, or the volume to adopt
 */
public record DataVolumeProps(String deployment, Zone zone, Disk disk) {
  /** Refuses absent parts. */
  public DataVolumeProps {
    Objects.requireNonNull(deployment, "deployment");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(disk, "disk");
  }

  /** The volume of a blueprint. */
  public static DataVolumeProps of(Blueprint blueprint) {
    return new DataVolumeProps(blueprint.deployment(), blueprint.zone(), blueprint.disk());
  }
}
