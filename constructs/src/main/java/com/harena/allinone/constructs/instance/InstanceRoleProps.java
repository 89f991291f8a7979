package com.harena.allinone.constructs.instance;

import com.harena.allinone.constructs.network.SimpleVpc;
import com.harena.allinone.constructs.storage.DataVolume;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.machine.ParameterNames;
import java.util.Objects;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * What an instance's role is about.
 *
 * @param identity the instance's identity
 * @param parameters names of the deployment's parameters
 * @param network where its instances run
 * @param volume the data volume
 * @param backups the backup bucket
 */
public record InstanceRoleProps(
    MachineIdentity identity,
    ParameterNames parameters,
    SimpleVpc network,
    DataVolume volume,
    IBucket backups) {
  /** Refuses absent parts. */
  public InstanceRoleProps {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(backups, "backups");
  }

  /** A builder; every part is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link InstanceRoleProps}. */
  public static final class Builder {
    private MachineIdentity identity;
    private ParameterNames parameters;
    private SimpleVpc network;
    private DataVolume volume;
    private IBucket backups;

    private Builder() {}

    /** Sets the instance's identity. */
    public Builder identity(MachineIdentity value) {
      identity = value;
      return this;
    }

    /** Sets the names of the deployment's parameters. */
    public Builder parameters(ParameterNames value) {
      parameters = value;
      return this;
    }

    /** Sets where its instances run. */
    public Builder network(SimpleVpc value) {
      network = value;
      return this;
    }

    /** Sets the data volume. */
    public Builder volume(DataVolume value) {
      volume = value;
      return this;
    }

    /** Sets the backup bucket. */
    public Builder backups(IBucket value) {
      backups = value;
      return this;
    }

    /** The props. */
    public InstanceRoleProps build() {
      return new InstanceRoleProps(identity, parameters, network, volume, backups);
    }
  }
}
