package com.harena.allinone.constructs.bundle;

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
            .associationName("allinone-host-bundle")
            .name("AWS-RunShellScript")
            .parameters(Map.of("commands", List.of(command(sha256))))
            .targets(
                List.of(
                    CfnAssociation.TargetProperty.builder()
                        .key("InstanceIds")
                        .values(List.of(instance.instance().getRef()))
                        .build()))
            .build();
  }

  /** What fails here is handed to the unit that every boot starts, which tries until it serves. */
  static String command(String sha256) {
    return "/usr/local/sbin/allinone-start "
        + sha256
        + " || { systemctl restart --no-block allinone.service; exit 1; }";
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
