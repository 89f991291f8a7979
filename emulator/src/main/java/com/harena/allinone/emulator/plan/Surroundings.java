package com.harena.allinone.emulator.plan;

import com.harena.allinone.emulator.engine.ParameterSource;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.schema.Schemas;
import java.util.Map;
import java.util.Optional;

/**
 * What stacks live in.
 *
 * @param account account number
 * @param region region
 * @param schemas the published schemas
 * @param handlers handlers by type
 * @param parameters SSM parameters
 */
public record Surroundings(
    String account,
    String region,
    Schemas schemas,
    Map<String, ResourceHandler> handlers,
    ParameterSource parameters) {
  /** Copies the handlers. */
  public Surroundings {
    handlers = Map.copyOf(handlers);
  }

  /** The handler of a type; one for {@code Custom::} takes every custom resource. */
  public Optional<ResourceHandler> handler(String type) {
    ResourceHandler own = handlers.get(type);
    if (own == null && Schemas.isCustom(type)) {
      own = handlers.getOrDefault("Custom::", handlers.get("AWS::CloudFormation::CustomResource"));
    }
    return Optional.ofNullable(own);
  }
}
