package com.harena.allinone.constructs.storage;

import com.harena.allinone.blueprint.VolumeId;
import com.harena.allinone.machine.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.CfnVolume;
import software.constructs.Construct;

/**
 * The encrypted volume that holds all data. It outlives every instance, a replaced volume and the
 * stack: only a roll-back of the very deployment that made it deletes it. When the blueprint adopts
 * an existing volume nothing is made at all.
 *
 * <p>No attachment is made: the instance attaches the volume itself at each boot, since an
 * attachment in the template would deadlock when the instance is replaced.
 */
public final class DataVolume extends Construct {
  private final Optional<CfnVolume> made;
  private final String volumeId;

  /** Makes the volume, unless one is adopted. */
  public DataVolume(Construct scope, String id, DataVolumeProps props) {
    super(scope, id);
    Optional<VolumeId> adopted = props.disk().volume();
    made = adopted.isPresent() ? Optional.empty() : Optional.of(make(props));
    volumeId = adopted.map(VolumeId::value).orElseGet(() -> made.orElseThrow().getRef());
  }

  private CfnVolume make(DataVolumeProps props) {
    CfnVolume volume =
        CfnVolume.Builder.create(this, "Default")
            .availabilityZone(props.zone().value())
            .size(props.disk().size().gibibytes())
            .volumeType(props.disk().type().name().toLowerCase(Locale.ROOT))
            .encrypted(true)
            .tags(
                List.of(
                    tag(Tags.NAME, Tags.dataVolumeName(props.deployment())),
                    tag(Tags.DEPLOYMENT, props.deployment())))
            .build();
    volume.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    return volume;
  }

  private static CfnTag tag(String key, String value) {
    return CfnTag.builder().key(key).value(value).build();
  }

  /** Id of the volume: a reference, or the literal id of the adopted one. */
  public String volumeId() {
    return volumeId;
  }

  /** The volume that the stack makes; nothing when it adopts one. */
  public Optional<CfnVolume> made() {
    return made;
  }
}
