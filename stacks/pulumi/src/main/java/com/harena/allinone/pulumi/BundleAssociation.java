package com.harena.allinone.pulumi;

import com.harena.allinone.bundle.BundleCommand;
import com.pulumi.aws.ssm.Association;
import com.pulumi.aws.ssm.AssociationArgs;
import com.pulumi.aws.ssm.inputs.AssociationTargetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * Brings a changed host bundle to the running instance: an association of Systems Manager that runs
 * the same start script as every boot, with the bundle's hash. The deployment does not wait for it,
 * since the instance may be stopped.
 */
final class BundleAssociation {
  /**
   * Makes the association.
   *
   * @param sha256 hash of the host bundle
   * @param instanceId where it runs
   * @param after what it is made after
   */
  BundleAssociation(Stage stage, String sha256, Output<String> instanceId, List<Resource> after) {
    new Association(
        LogicalId.of("BundleAssociation", "Default"),
        AssociationArgs.builder()
            .associationName(BundleCommand.ASSOCIATION)
            .name(BundleCommand.DOCUMENT)
            .parameters(Map.of(BundleCommand.PARAMETER, BundleCommand.of(sha256)))
            .targets(
                AssociationTargetArgs.builder()
                    .key(BundleCommand.TARGET)
                    .values(instanceId.applyValue(List::of))
                    .build())
            .build(),
        stage.options().dependsOn(after).build());
  }
}
