package com.harena.allinone.emulator.engine;

import com.harena.allinone.emulator.execution.CallGate;
import com.harena.allinone.emulator.plan.Surroundings;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.state.FolderStore;
import com.harena.allinone.emulator.state.StackStore;
import com.harena.allinone.schema.Schemas;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Builds a {@link LocalCloudFormation}; the schemas are required. */
public final class LocalCloudFormationBuilder {
  private String account = "000000000000";
  private String region = "eu-west-1";
  private Schemas schemas;
  private Collection<? extends ResourceHandler> handlers = List.of();
  private ParameterSource parameters = ParameterSource.none();
  private StackStore store = StackStore.none();
  private CallGate gate = CallGate.open();
  private Clock clock = Clock.systemUTC();

  LocalCloudFormationBuilder() {}

  /** The account; 000000000000 by default. */
  public LocalCloudFormationBuilder account(String number) {
    account = number;
    return this;
  }

  /** The region; eu-west-1 by default. */
  public LocalCloudFormationBuilder region(String name) {
    region = name;
    return this;
  }

  /** The published schemas. */
  public LocalCloudFormationBuilder schemas(Schemas published) {
    schemas = published;
    return this;
  }

  /**
   * One handler for each type; one whose type is {@code Custom::} or {@code
   * AWS::CloudFormation::CustomResource} takes every custom resource.
   */
  public LocalCloudFormationBuilder handlers(Collection<? extends ResourceHandler> all) {
    handlers = all;
    return this;
  }

  /** Where values of SSM parameters come from; none by default. */
  public LocalCloudFormationBuilder parameters(ParameterSource source) {
    parameters = source;
    return this;
  }

  /** The folder that keeps the stacks; without one they end with the process. */
  public LocalCloudFormationBuilder folder(Path folder) {
    store = new FolderStore(folder);
    return this;
  }

  /** Sees every call to a handler; nothing by default. */
  public LocalCloudFormationBuilder gate(CallGate every) {
    gate = every;
    return this;
  }

  /** The clock; the system's by default. */
  public LocalCloudFormationBuilder clock(Clock other) {
    clock = other;
    return this;
  }

  /** The CloudFormation; stacks of the folder that were in the middle of something are failed. */
  public LocalCloudFormation build() {
    return new LocalCloudFormation(this);
  }

  Surroundings surroundings() {
    Map<String, ResourceHandler> byType = new HashMap<>();
    for (ResourceHandler handler : handlers) {
      if (byType.put(handler.type(), handler) != null) {
        throw new IllegalArgumentException("two handlers of " + handler.type());
      }
    }
    return new Surroundings(
        account, region, Objects.requireNonNull(schemas, "schemas"), byType, parameters);
  }

  StackStore store() {
    return store;
  }

  CallGate gate() {
    return gate;
  }

  Clock clock() {
    return clock;
  }
}
