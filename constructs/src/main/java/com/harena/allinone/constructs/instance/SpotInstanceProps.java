package com.harena.allinone.constructs.instance;

import com.harena.allinone.constructs.network.SimpleVpc;
import com.harena.allinone.constructs.storage.DataVolume;
import com.harena.allinone.machine.MachineIdentity;
import java.util.Objects;

/**
 * What an instance is made from.
 *
 * @param identity everything that launches it
 * @param network where it runs
 * @param role what it may do
 * @param volume the data volume that its user data names
 */
public record SpotInstanceProps(
    MachineIdentity identity, SimpleVpc network, InstanceRole role, DataVolume volume) {
  /** Refuses absent parts. */
  public SpotInstanceProps {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(volume, "volume");
  }

  /** A builder; every part is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SpotInstanceProps}. */
  public static final class Builder {
    private MachineIdentity identity;
    private SimpleVpc network;
    private InstanceRole role;
    private DataVolume volume;

    private Builder() {}

    /** Sets everything that launches it. */
    public Builder identity(MachineIdentity value) {
      identity = value;
      return this;
    }

    /** Sets where it runs. */
    public Builder network(SimpleVpc value) {
      network = value;
      return this;
    }

    /** Sets what it may do. */
    public Builder role(InstanceRole value) {
      role = value;
      return this;
    }

    /** Sets the data volume that its user data names. */
    public Builder volume(DataVolume value) {
      volume = value;
      return this;
    }

    /** The props. */
    public SpotInstanceProps build() {
      return new SpotInstanceProps(identity, network, role, volume);
    }
  }
}
