package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.OutputValue;
import com.harena.allinone.emulator.engine.ResourceChange;
import com.harena.allinone.emulator.engine.StackRequest;
import com.harena.allinone.emulator.resource.StackScope;
import com.harena.allinone.emulator.state.ResourceState;
import com.harena.allinone.emulator.state.StackConfig;
import com.harena.allinone.emulator.state.StackState;
import com.harena.allinone.emulator.template.Parameters;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import com.harena.allinone.emulator.template.Template;
import com.harena.allinone.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what an operation would do, and refuses what cannot be done before anything is made. */
public final class Planner {
  private final Surroundings surroundings;
  private final Exports exports;

  /** A planner of stacks in these surroundings. */
  public Planner(Surroundings surroundings, Exports exports) {
    this.surroundings = surroundings;
    this.exports = exports;
  }

  /** Reads a template and checks all that can be checked without values. */
  public Template template(String text) {
    Template template = Template.read(text);
    new TypeCheck(surroundings).known(template);
    new ReferenceCheck(template, surroundings.schemas()).check();
    return template;
  }

  /**
   * Plans a request for a stack.
   *
   * @throws ApiFailure if something of it is wrong or not known
   */
  public Plan plan(StackState stack, StackRequest request) {
    String text =
        request
            .templateBody()
            .or(
                () ->
                    stack.config.templateText().isEmpty()
                        ? Optional.empty()
                        : Optional.of(stack.config.templateText()))
            .orElseThrow(
                () ->
                    ApiFailure.validation(
                        "Either Template URL or Template Body must be specified."));
    Template template = template(text);
    Capabilities.check(template, request.capabilities());
    Parameters parameters =
        Parameters.resolve(
            template,
            request.parameters(),
            stack.config.previousValues(),
            surroundings.parameters());
    StackConfig config = config(stack, request, template, parameters);
    return plan(stack, config, evaluation(stack, template, parameters, config));
  }

  /** The evaluation of what a stack wants, for going on with it. */
  public Evaluation evaluation(StackState stack, StackConfig config) {
    Template template = Template.read(config.templateText());
    return evaluation(stack, template, Parameters.known(template, config.parameters()), config);
  }

  private Evaluation evaluation(
      StackState stack, Template template, Parameters parameters, StackConfig config) {
    return new Evaluation(
        template,
        parameters,
        scope(stack, config),
        config.notificationArns(),
        surroundings,
        exports);
  }

  /** The stack as handlers are told of it. */
  public StackScope scope(StackState stack, StackConfig config) {
    return new StackScope(
        surroundings.account(), surroundings.region(), stack.name, stack.id, config.tags());
  }

  private static StackConfig config(
      StackState stack, StackRequest request, Template template, Parameters parameters) {
    return new StackConfig(
        template.text(),
        template.description().orElse(""),
        parameters.values(),
        parameters.masked(),
        parameters.secrets(),
        request.tags().orElse(stack.config.tags()),
        request.notificationArns(),
        List.copyOf(request.capabilities()),
        request.roleArn().orElse(stack.config.roleArn()));
  }

  private Plan plan(StackState stack, StackConfig config, Evaluation evaluation) {
    Rules.check(evaluation);
    new TypeCheck(surroundings).supported(evaluation.active().values());
    PlannedValues values = new PlannedValues(stack.resources);
    Changes changes = new Changes(surroundings, stack, config, evaluation, values);
    PropertiesCheck check = new PropertiesCheck(surroundings);
    Map<String, ResourceChange> found = new LinkedHashMap<>();
    for (String id : evaluation.order()) {
      ResourceDeclaration declared = evaluation.active().get(id);
      ObjectNode properties = evaluation.resolver(values).properties(declared.properties());
      check.check(declared, properties);
      changes.of(declared, properties).ifPresent(change -> found.put(id, change));
    }
    List<ResourceChange> ordered = new ArrayList<>();
    evaluation.active().keySet().stream()
        .filter(found::containsKey)
        .forEach(id -> ordered.add(found.get(id)));
    for (ResourceState state : stack.resources.values()) {
      if (!evaluation.active().containsKey(state.made().logicalId()) && state.made().exists()) {
        ordered.add(changes.removal(state));
      }
    }
    List<OutputValue> outputs = Outputs.of(evaluation, values);
    return new Plan(config, evaluation, List.copyOf(ordered), outputs);
  }

  /** Whether a plan changes anything of a stack. */
  public static boolean changes(StackState stack, Plan plan) {
    return !plan.changes().isEmpty()
        || !plan.outputs().equals(stack.outputs)
        || !plan.config().tags().equals(stack.config.tags())
        || !plan.config().notificationArns().equals(stack.config.notificationArns());
  }

  /** The tags of the stack that a resource of a type is given. */
  public static Map<String, String> tags(
      Surroundings surroundings, String type, StackConfig config) {
    boolean taggable =
        surroundings.schemas().find(type).flatMap(ResourceSchema::tagProperty).isPresent();
    return taggable ? config.tags() : Map.of();
  }
}
