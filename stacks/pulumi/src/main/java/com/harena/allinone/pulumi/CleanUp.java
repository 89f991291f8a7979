package com.harena.allinone.pulumi;

import com.harena.allinone.handler.HandlerFunction;
import com.harena.allinone.machine.CleanUpPermissions;
import com.harena.allinone.machine.Permission;
import com.harena.allinone.machine.Place;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What cleans up behind an instance when it is deleted: the two guards around its Spot request, and
 * what lets its subnet go after a VPC origin. Each does nothing until it is deleted itself.
 */
final class CleanUp {
  private final Stage stage;

  CleanUp(Stage stage) {
    this.stage = stage;
  }

  /** Clears the subnet of CloudFront before it goes; the instance is made after it. */
  Resource cloudFrontLeftovers(Network network) {
    Output<String> vpc = network.vpc().id();
    Output<String> subnet = network.subnet().id();
    return function(
            HandlerFunction.cloudFrontLeftovers(),
            permissions(vpc, CleanUpPermissions::cloudFrontLeftovers),
            "CloudFrontLeftovers")
        .invoked("Custom::CloudFrontLeftovers", "CloudFrontLeftovers", "Default")
        .id(subnet)
        .property("SubnetId", subnet)
        .property("VpcId", vpc)
        .build()
        .resource();
  }

  /**
   * The outer guard: made before the launch template, so deleted after the instance. Ends every
   * Spot request of this suffix and what it launched.
   */
  Resource spotSweeper(InstanceProfile profile) {
    String suffix = stage.identity().suffix();
    return function(
            HandlerFunction.spotSweeper(),
            permissions(profile.arn(), CleanUpPermissions::spotSweeper),
            "SpotSweeper")
        .invoked("Custom::SpotSweeper", "SpotSweeper", suffix)
        .id(suffix)
        .property("Deployment", stage.blueprint().deployment())
        .property("Suffix", suffix)
        .build()
        .resource();
  }

  /**
   * The inner guard: refers to the instance, so deleted before it. Cancels the Spot request that
   * launched it, else EC2 would launch another.
   */
  Resource spotCancellation(Instance instance) {
    return function(
            HandlerFunction.spotCancellation(),
            stage.place().applyValue(place -> behind(place).spotCancellation()),
            "SpotCancellation")
        .invoked("Custom::SpotCancellation", "SpotCancellation", stage.identity().suffix())
        .id(instance.id())
        .property("InstanceId", instance.id())
        .build()
        .resource();
  }

  private Function function(
      HandlerFunction what, Output<List<Permission>> permissions, String word) {
    return new Function(stage, what, permissions, word, "Handler");
  }

  private Output<List<Permission>> permissions(
      Output<String> reference, BiFunction<CleanUpPermissions, String, List<Permission>> some) {
    return Output.tuple(stage.place(), reference)
        .applyValue(known -> some.apply(behind(known.t1), known.t2));
  }

  private CleanUpPermissions behind(Place place) {
    return new CleanUpPermissions(place, stage.blueprint().deployment());
  }
}
