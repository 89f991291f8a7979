package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.bundle.UserData;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.machine.Place;
import com.harena.allinone.machine.Tags;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.Optional;

/**
 * What every resource of one deployment shares: the blueprint and what follows from it, and the
 * provider, which sets the blueprint's region and puts its tags on whatever bears tags, as the
 * CDK's stack does.
 */
final class Stage {
  private final Blueprint blueprint;
  private final MachineIdentity identity;
  private final ParameterNames parameters;
  private final Provider provider;
  private final Provider untagged;
  private Optional<Output<Place>> place = Optional.empty();

  Stage(Blueprint blueprint) {
    this.blueprint = blueprint;
    identity = MachineIdentity.of(blueprint, UserData.of(blueprint).text());
    parameters = new ParameterNames(blueprint.parameterPath());
    provider =
        new Provider(
            "Provider",
            ProviderArgs.builder()
                .region(blueprint.region().value())
                .defaultTags(ProviderDefaultTagsArgs.builder().tags(blueprint.tags()).build())
                .build());
    untagged =
        new Provider("Untagged", ProviderArgs.builder().region(blueprint.region().value()).build());
  }

  Blueprint blueprint() {
    return blueprint;
  }

  MachineIdentity identity() {
    return identity;
  }

  ParameterNames parameters() {
    return parameters;
  }

  /** Learns where the deployment is from the first resource whose ARN says so. */
  void locate(Output<String> arn) {
    place = Optional.of(arn.applyValue(Place::of));
  }

  /** Partition, region and account; of the VPC, so that nothing is looked up. */
  Output<Place> place() {
    return place.orElseThrow(
        () -> new IllegalStateException("the place is asked for before the network is made"));
  }

  /** The options of a resource of this deployment. */
  CustomResourceOptions.Builder options() {
    return CustomResourceOptions.builder().provider(provider);
  }

  /**
   * The options of an object in a bucket, which gets none of the blueprint's tags, as by the CDK:
   * S3 takes ten at most, and a blueprint may have more.
   */
  CustomResourceOptions.Builder ofObject() {
    return CustomResourceOptions.builder().provider(untagged);
  }

  /** The tags by which consoles, permissions and clean-up know what belongs to the deployment. */
  Map<String, String> tags() {
    return Map.of(Tags.NAME, blueprint.deployment(), Tags.DEPLOYMENT, blueprint.deployment());
  }
}
