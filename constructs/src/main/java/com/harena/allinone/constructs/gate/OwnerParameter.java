package com.harena.allinone.constructs.gate;

import com.harena.allinone.constructs.instance.SpotInstance;
import com.harena.allinone.machine.OwnerValue;
import com.harena.allinone.machine.ParameterNames;
import java.util.Map;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ssm.CfnParameter;
import software.constructs.Construct;

/**
 * The parameter that names the instance to which the data volume belongs, and the address it
 * signals. Both stand in one value, so they change at once; an update names the new instance, a
 * roll-back the old one again.
 */
public final class OwnerParameter extends Construct {
  private final CfnParameter parameter;

  /**
   * Makes the parameter.
   *
   * @param names names of the deployment's parameters
   * @param instance the owner
   * @param gate where it signals
   */
  public OwnerParameter(
      Construct scope, String id, ParameterNames names, SpotInstance instance, HealthGate gate) {
    super(scope, id);
    parameter =
        CfnParameter.Builder.create(this, "Default")
            .name(names.owner())
            .description(OwnerValue.DESCRIPTION)
            .type("String")
            .value(
                Fn.sub(
                    OwnerValue.of("${Instance}", "${Signal}"),
                    Map.of(
                        "Instance", instance.instance().getRef(),
                        "Signal", gate.handle().getRef())))
            .build();
    gate.openAfter(parameter);
  }

  /** The parameter. */
  public CfnParameter parameter() {
    return parameter;
  }
}
