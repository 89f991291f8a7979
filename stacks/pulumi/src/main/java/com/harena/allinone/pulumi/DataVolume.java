package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.Disk;
import com.harena.allinone.blueprint.VolumeId;
import com.harena.allinone.machine.Tags;
import com.pulumi.aws.ebs.Volume;
import com.pulumi.aws.ebs.VolumeArgs;
import com.pulumi.core.Output;
import java.util.Locale;
import java.util.Map;

/**
 * The encrypted volume that holds all data. It is protected, and stays when the stack goes. When
 * the blueprint adopts an existing volume nothing is made at all. No attachment is made: the
 * instance attaches the volume itself at each boot.
 */
final class DataVolume {
  private DataVolume() {}

  /** Makes the volume, unless one is adopted, and gives its id. */
  static Output<String> of(Stage stage) {
    Disk disk = stage.blueprint().disk();
    return disk.volume().map(VolumeId::value).map(Output::of).orElseGet(() -> make(stage, disk));
  }

  private static Output<String> make(Stage stage, Disk disk) {
    String deployment = stage.blueprint().deployment();
    return new Volume(
            LogicalId.of("DataVolume", "Default"),
            VolumeArgs.builder()
                .availabilityZone(stage.blueprint().zone().value())
                .size(Math.toIntExact(disk.size().gibibytes()))
                .type(disk.type().name().toLowerCase(Locale.ROOT))
                .encrypted(true)
                .tags(
                    Map.of(Tags.NAME, Tags.dataVolumeName(deployment), Tags.DEPLOYMENT, deployment))
                .build(),
            stage.options().protect(true).retainOnDelete(true).build())
        .id();
  }
}
