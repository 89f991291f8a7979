package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Sample;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.InstanceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.function.Consumer;

/** Programs of one part of the stack, with stand-ins for the instance and its health gate. */
final class EdgeProgram {
  /** Name of the stand-in for the health gate. */
  static final String GATE = "gate";

  /** Name of the stand-in for the instance. */
  static final String INSTANCE = "instance";

  private EdgeProgram() {}

  /** The edge of a blueprint. */
  static Recording edge(Blueprint blueprint) {
    return Recording.of(
        context -> {
          Stage stage = new Stage(blueprint);
          Network network = new Network(stage);
          new WebEdge(
              stage, network, instance(stage), OriginSecret.neededBy(stage), List.of(gate(stage)));
        });
  }

  /** A part that needs a stage. */
  static Recording part(Blueprint blueprint, Consumer<Stage> part) {
    return Recording.of(context -> part.accept(new Stage(blueprint)));
  }

  /** Something that comes before. */
  static Resource gate(Stage stage) {
    return new LogGroup(GATE, null, stage.options().build());
  }

  /** The instance. */
  static Instance instance(Stage stage) {
    return new Instance(INSTANCE, InstanceArgs.builder().build(), stage.options().build());
  }

  /** Id of the instance, or the name of something else. */
  static Output<String> known(String value) {
    return Output.of(value);
  }

  /** The blueprint whose instance CloudFront reaches by an address. */
  static Blueprint byAddress() {
    return Sample.blueprint("origin: vpc", "origin: address");
  }
}
