package com.harena.allinone.machine;

import com.harena.allinone.blueprint.Zone;
import java.util.Objects;

/**
 * The properties of VPC, subnet and security group that cannot be changed in place: a change of one
 * replaces it, and with it the instance.
 *
 * @param zone availability zone of the subnet
 * @param vpcBlock IPv4 addresses of the VPC
 * @param subnetBlock IPv4 addresses of the subnet
 * @param tenancy tenancy of the VPC's instances
 * @param groupDescription description of the instance's security group
 */
public record NetworkLayout(
    String zone, String vpcBlock, String subnetBlock, String tenancy, String groupDescription) {
  /** What the rule that lets everything out says of itself. */
  public static final String OUTWARDS = "Everything may go out";

  /** Refuses absent parts. */
  public NetworkLayout {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(vpcBlock, "vpcBlock");
    Objects.requireNonNull(subnetBlock, "subnetBlock");
    Objects.requireNonNull(tenancy, "tenancy");
    Objects.requireNonNull(groupDescription, "groupDescription");
  }

  /**
   * The layout in a zone. Its addresses are few and unusual, so that the VPC can be peered with the
   * one being replaced while the data moves.
   */
  public static NetworkLayout in(Zone zone) {
    return new NetworkLayout(
        zone.value(),
        "10.91.0.0/24",
        "10.91.0.0/25",
        "default",
        "The instance: nothing comes in but what a rule of its own admits, everything may go out");
  }
}
