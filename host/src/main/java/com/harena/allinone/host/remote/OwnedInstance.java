package com.harena.allinone.host.remote;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.host.cloud.Instances;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.owner.Owner;
import com.harena.allinone.machine.ParameterNames;
import java.util.Optional;

/** The one instance that serves a deployment: the one that the owner parameter names. */
public final class OwnedInstance {
  private final Blueprint blueprint;
  private final Parameters parameters;
  private final Instances instances;

  /** Looks the instance of the blueprint's deployment up. */
  public OwnedInstance(Blueprint blueprint, OperatorCloud cloud) {
    this.blueprint = blueprint;
    this.parameters = cloud.parameters();
    this.instances = cloud.instances();
  }

  /**
   * The instance, in whatever state.
   *
   * @throws NotDeployed if there is none
   */
  public Instance find() {
    String name = new ParameterNames(blueprint.parameterPath()).owner();
    Optional<String> value = parameters.find(name);
    if (value.isEmpty()) {
      throw new NotDeployed(
          "there is no parameter %s in %s: %s is not deployed there; see the blueprint's region, and AWS_PROFILE"
              .formatted(name, blueprint.region(), blueprint.deployment()));
    }
    String id = owner(name, value.get()).instance();
    return instances
        .find(id)
        .orElseThrow(
            () ->
                new NotDeployed(
                    "%s names %s, which EC2 does not know: run 'allinone deploy' to make another"
                        .formatted(name, id)));
  }

  private static Owner owner(String name, String value) {
    try {
      return Owner.parse(value);
    } catch (IllegalArgumentException e) {
      throw new NotDeployed(
          "%s cannot be read: %s; run 'allinone deploy' to write it again"
              .formatted(name, e.getMessage()));
    }
  }
}
