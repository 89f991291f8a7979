package com.harena.allinone.pulumi;

import com.harena.allinone.machine.MachineIdentity;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.InstanceArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.inputs.InstanceLaunchTemplateArgs;
import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;

/**
 * The instance: a launch template that holds everything, and an instance that has only the template
 * and its subnet. Both names end in the identity's suffix: nothing is updated in place.
 */
final class Machine {
  private Machine() {}

  /**
   * Makes launch template and instance, and gives the instance.
   *
   * @param before what the launch template, and so the instance, is made after
   */
  static Instance of(
      Stage stage,
      Network network,
      InstanceProfile profile,
      Output<String> volumeId,
      List<Resource> before) {
    MachineIdentity identity = stage.identity();
    LaunchTemplate template =
        new LaunchTemplate(
            LogicalId.of("Machine", "LaunchTemplate" + identity.suffix()),
            Launch.of(identity, network, profile, volumeId),
            stage.options().dependsOn(before).build());
    return new Instance(
        LogicalId.of("Machine", "Instance" + identity.suffix()),
        InstanceArgs.builder()
            .launchTemplate(
                InstanceLaunchTemplateArgs.builder()
                    .id(template.id())
                    .version(template.latestVersion().applyValue(String::valueOf))
                    .build())
            .subnetId(network.subnet().id())
            // What the template gives it: the provider would take away any tag that is not said.
            .tags(identity.tags())
            .build(),
        stage.options().dependsOn(network.ready()).build());
  }
}
