package com.harena.allinone.constructs.bundle;

import com.harena.allinone.bundle.BundleCommand;
import com.harena.allinone.constructs.instance.SpotInstance;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ssm.CfnAssociation;
import software.constructs.Construct;

/**
 * Brings a changed host bundle to the running instance: an association of Systems Manager that runs
 * the same start script as every boot, with the bundle's hash, whenever that or the instance
 * changes. The deployment does not wait for it, since the instance may be stopped; it then runs
 * when the instance starts.
 */
public final class BundleAssociation extends Construct {
  private final CfnAssociation association;

  /**
   * Makes the association.
   *
   * @param sha256 hash of the host bundle
   * @param instance where it runs
   */
  public BundleAssociation(Construct scope, String id, String sha256, SpotInstance instance) {
    super(scope, id);
    association =
        CfnAssociation.Builder.create(this, "Default")
            .associationName(BundleCommand.ASSOCIATION)
            .name(BundleCommand.DOCUMENT)
            .parameters(Map.of(BundleCommand.PARAMETER, List.of(BundleCommand.of(sha256))))
            .targets(
                List.of(
                    CfnAssociation.TargetProperty.builder()
                        .key(BundleCommand.TARGET)
                        .values(List.of(instance.instance().getRef()))
                        .build()))
            .build();
  }

  /** Has it made after something: the bundle's parameter, the health gate. */
  public void madeAfter(CfnResource resource) {
    association.addResourceDependency(resource);
  }

  /** The association. */
  public CfnAssociation association() {
    return association;
  }
}
