package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Purchase;
import com.harena.allinone.bundle.HostBundle;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything one deployment is made of, in the order of the CDK's stack: sweeper, launch template,
 * instance, owner parameter, health gate, and only then what sends traffic or ticks to the
 * instance.
 */
final class SingleInstance {
  private final Stage stage;
  private final Network network;
  private final Output<String> volumeId;
  private final BackupBucket backups;
  private final Parameter bundle;

  private SingleInstance(Blueprint blueprint, HostBundle bundle) {
    stage = new Stage(blueprint);
    network = new Network(stage);
    volumeId = DataVolume.of(stage);
    backups = new BackupBucket(stage);
    this.bundle = HostBundleRelease.of(stage, backups, bundle);
  }

  /** Registers every resource with the engine that runs the program. */
  static void compose(Blueprint blueprint, HostBundle bundle) {
    SingleInstance stack = new SingleInstance(blueprint, bundle);
    Instance instance = stack.instance(List.of());
    HealthGate.of(stack.stage, instance);
  }

  /** The instance between its guards, made after these and after all that it reads at once. */
  private Instance instance(List<Resource> also) {
    CleanUp cleanUp = new CleanUp(stage);
    InstanceProfile profile = InstanceRole.of(stage, network, volumeId, backups);
    List<Resource> before = new ArrayList<>(also);
    before.add(bundle);
    before.add(ServiceLogs.of(stage));
    before.add(cleanUp.cloudFrontLeftovers(network));
    boolean spot = stage.blueprint().machine().purchase() != Purchase.ON_DEMAND;
    if (spot) {
      before.add(cleanUp.spotSweeper(profile));
    }
    Instance instance = Machine.of(stage, network, profile, volumeId, before);
    if (spot) {
      cleanUp.spotCancellation(instance);
    }
    return instance;
  }
}
