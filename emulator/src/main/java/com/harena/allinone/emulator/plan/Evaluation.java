package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.graph.Graph;
import com.harena.allinone.emulator.intrinsic.Conditions;
import com.harena.allinone.emulator.intrinsic.Pseudo;
import com.harena.allinone.emulator.intrinsic.Reference;
import com.harena.allinone.emulator.intrinsic.References;
import com.harena.allinone.emulator.intrinsic.Resolver;
import com.harena.allinone.emulator.resource.StackScope;
import com.harena.allinone.emulator.template.Parameters;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import com.harena.allinone.emulator.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A template with values for its parameters: which resources exist, and in which order. */
public final class Evaluation {
  private final Template template;
  private final Parameters parameters;
  private final Map<String, JsonNode> pseudo;
  private final Surroundings surroundings;
  private final Exports exports;
  private final Map<String, Boolean> conditions = new LinkedHashMap<>();
  private final Set<String> evaluating = new LinkedHashSet<>();
  private final Map<String, ResourceDeclaration> active = new LinkedHashMap<>();
  private final Map<String, List<String>> needs = new LinkedHashMap<>();
  private final List<String> order;
  private final Set<String> imports = new LinkedHashSet<>();

  /**
   * Evaluates conditions and finds the order.
   *
   * @throws ApiFailure if a condition cannot be evaluated or resources need each other
   */
  public Evaluation(
      Template template,
      Parameters parameters,
      StackScope scope,
      List<String> notificationArns,
      Surroundings surroundings,
      Exports exports) {
    this.template = template;
    this.parameters = parameters;
    this.pseudo = Pseudo.of(scope, notificationArns);
    this.surroundings = surroundings;
    this.exports = exports;
    template.conditions().keySet().forEach(this::holds);
    template.resources().values().stream()
        .filter(each -> each.condition().map(this::holds).orElse(true))
        .forEach(each -> active.put(each.logicalId(), each));
    Graph graph = new Graph();
    for (ResourceDeclaration each : active.values()) {
      List<String> needed = needed(each);
      needs.put(each.logicalId(), needed);
      graph.add(each.logicalId(), needed);
    }
    this.order = graph.order();
  }

  private List<String> needed(ResourceDeclaration declared) {
    Set<String> needed = new LinkedHashSet<>(declared.dependsOn());
    for (Reference reference : References.chosen(declared.properties(), this::holds)) {
      needed.add(reference.target());
    }
    needed.retainAll(active.keySet());
    return List.copyOf(needed);
  }

  /** The template. */
  public Template template() {
    return template;
  }

  /** The values of its parameters. */
  public Parameters parameters() {
    return parameters;
  }

  Map<String, JsonNode> pseudo() {
    return pseudo;
  }

  /** The resources whose condition holds. */
  public Map<String, ResourceDeclaration> active() {
    return active;
  }

  /** Their names, each after all that it needs. */
  public List<String> order() {
    return order;
  }

  /** What a resource needs. */
  public List<String> needs(String logicalId) {
    return needs.get(logicalId);
  }

  Optional<String> export(String name) {
    imports.add(name);
    return exports.value(name);
  }

  /** Names of the exports that resolvers were asked for so far. */
  public List<String> imports() {
    return new ArrayList<>(imports);
  }

  /** Whether a condition holds. */
  public boolean holds(String name) {
    Boolean known = conditions.get(name);
    if (known != null) {
      return known;
    }
    JsonNode condition = template.conditions().get(name);
    if (condition == null) {
      throw ApiFailure.validation(
          "Template format error: Unresolved condition dependency "
              + name
              + " in the Resources block of the template");
    }
    if (!evaluating.add(name)) {
      throw ApiFailure.validation(
          "Template error: Found circular condition dependency between "
              + String.join(" and ", evaluating));
    }
    boolean result = Conditions.truth(condition, resolver(new NoResources()));
    evaluating.remove(name);
    conditions.put(name, result);
    return result;
  }

  /** A resolver that asks the stack's resources. */
  public Resolver resolver(ResourceValues resources) {
    return new Resolver(new StackValues(this, resources, surroundings.parameters()));
  }
}
