package com.harena.allinone.machine;

import java.util.List;
import java.util.Objects;

/**
 * What the function may do that waits until the instance is healthy.
 *
 * @param place where the deployment is
 * @param parameters names of its parameters
 */
public record GatePermissions(Place place, ParameterNames parameters) {
  /** Refuses absent parts. */
  public GatePermissions {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(parameters, "parameters");
  }

  /** To read which instance serves, and no other parameter. */
  public List<Permission> statements() {
    return List.of(
        Permission.allow("Ready", "ssm:GetParameter")
            .on(place.arn("ssm", "parameter" + parameters.ready()))
            .build());
  }
}
