package com.harena.allinone.pulumi;

import com.harena.allinone.handler.HandlerFunction;
import com.harena.allinone.machine.GatePermissions;
import com.harena.allinone.machine.OwnerValue;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.aws.ssm.enums.ParameterType;
import com.pulumi.resources.Resource;

/**
 * Names the instance as the owner of the data volume, and holds the deployment until that instance
 * has said that its services are healthy, or fails it after 20 minutes. The host writes its
 * instance's id into a parameter; nobody gives it an address to signal.
 *
 * <p>Lambda runs a function for 15 minutes at most, so two invocations wait, ten minutes each, one
 * after the other: the first ends well when its time is up, the second fails.
 */
final class HealthGate {
  private final Stage stage;
  private final Instance instance;
  private final Function function;

  private HealthGate(Stage stage, Instance instance) {
    this.stage = stage;
    this.instance = instance;
    function =
        new Function(
            stage,
            HandlerFunction.readyGate(),
            stage
                .place()
                .applyValue(place -> new GatePermissions(place, stage.parameters()).statements()),
            "Health",
            "Handler");
  }

  /** Makes owner parameter and gate, and gives what is made once the instance is healthy. */
  static Resource of(Stage stage, Instance instance) {
    Parameter owner =
        new Parameter(
            LogicalId.of("Owner", "Default"),
            ParameterArgs.builder()
                .name(stage.parameters().owner())
                .description(OwnerValue.DESCRIPTION)
                .type(ParameterType.String)
                .value(instance.id().applyValue(id -> OwnerValue.of(id, OwnerValue.NO_SIGNAL)))
                .build(),
            stage.options().build());
    HealthGate gate = new HealthGate(stage, instance);
    Resource half = gate.wait("Half", owner, false);
    return gate.wait("Gate", half, true);
  }

  private Resource wait(String word, Resource after, boolean last) {
    return function
        .invoked("Custom::ReadyGate", "Health", word + stage.identity().suffix())
        .id(instance.id())
        .property("Parameter", stage.parameters().ready())
        .property("Instance", instance.id())
        .property("Last", String.valueOf(last))
        .after(after)
        .build()
        .resource();
  }
}
