package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Purchase;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.template.StackOutput;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  static StackOutputs compose(Blueprint blueprint, HostBundle bundle) {
    SingleInstance stack = new SingleInstance(blueprint, bundle);
    Optional<OriginSecret> secret = OriginSecret.neededBy(stack.stage);
    Instance instance = stack.instance(secret.map(OriginSecret::resource).stream().toList());
    Resource gate = HealthGate.of(stack.stage, instance);
    WebEdge edge = new WebEdge(stack.stage, stack.network, instance, secret, List.of(gate));
    stack.operate(instance, edge.distribution(), bundle.sha256());
    return stack.outputs(instance, edge);
  }

  /** What starts and stops, renews and watches the instance, once the distribution serves. */
  private void operate(Instance instance, Resource distribution, String sha256) {
    OpeningHours hours = new OpeningHours(stage, instance.id(), List.of(distribution));
    new BundleAssociation(stage, sha256, instance.id(), List.of(bundle, distribution));
    Notifications notifications = new Notifications(stage);
    new StandardAlarms(stage, instance.id(), hours.startGroup(), notifications.topicArn());
    new MonthlyBudget(stage);
  }

  private StackOutputs outputs(Instance instance, WebEdge edge) {
    return new StackOutputs()
        .with(edge)
        .with(StackOutput.INSTANCE_ID, instance.id())
        .with(StackOutput.DATA_VOLUME_ID, volumeId)
        .with(StackOutput.BACKUP_BUCKET_NAME, backups.bucket().id())
        .with(StackOutput.PARAMETER_PATH, Output.of(stage.parameters().path()));
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
