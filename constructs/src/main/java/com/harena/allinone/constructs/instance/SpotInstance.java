package com.harena.allinone.constructs.instance;

import com.harena.allinone.machine.MachineIdentity;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.CfnInstance;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate;
import software.constructs.Construct;

/**
 * The instance: a launch template that holds everything, and an instance that has only the template
 * and its subnet, so that a change either replaces it, predictably, or does not touch it. On demand
 * instead of Spot is one word of the identity.
 *
 * <p>Both logical ids end in the identity's suffix: nothing is updated in place.
 */
public final class SpotInstance extends Construct {
  private final CfnLaunchTemplate template;
  private final CfnInstance instance;

  /** Makes launch template and instance. */
  public SpotInstance(Construct scope, String id, SpotInstanceProps props) {
    super(scope, id);
    MachineIdentity identity = props.identity();
    template =
        CfnLaunchTemplate.Builder.create(this, "LaunchTemplate" + identity.suffix())
            .versionDescription(identity.versionDescription())
            .launchTemplateData(LaunchTemplateData.of(props))
            .build();
    instance =
        CfnInstance.Builder.create(this, "Instance" + identity.suffix())
            .launchTemplate(
                CfnInstance.LaunchTemplateSpecificationProperty.builder()
                    .launchTemplateId(template.getRef())
                    .version(template.getAttrLatestVersionNumber())
                    .build())
            .subnetId(props.network().subnet().getRef())
            .build();
    props.network().ready().forEach(resource -> instance.addResourceDependency(resource));
  }

  /** Has the launch template, and so the instance, made after something. */
  public void madeAfter(CfnResource resource) {
    template.addResourceDependency(resource);
  }

  /** The launch template. */
  public CfnLaunchTemplate template() {
    return template;
  }

  /** The instance. */
  public CfnInstance instance() {
    return instance;
  }
}
