package com.harena.allinone.emulator.engine;

import com.harena.allinone.emulator.plan.Surroundings;
import com.harena.allinone.emulator.state.StackState;
import com.harena.allinone.emulator.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CloudFormation in this process, over the handlers that it is given. */
public final class LocalCloudFormation implements CloudFormation {
  private final StackDirectory directory = new StackDirectory();
  private final Surroundings surroundings;
  private final Runner runner;
  private final Stacks stacks;
  private final ChangeSets changeSets;

  LocalCloudFormation(LocalCloudFormationBuilder builder) {
    surroundings = builder.surroundings();
    runner = new Runner(surroundings, directory, builder.store(), builder.gate(), builder.clock());
    stacks = new Stacks(directory, surroundings, runner);
    changeSets = new ChangeSets(directory, stacks, runner);
    for (StackState stack : builder.store().load()) {
      Interruption.mark(stack, runner.journal(stack));
      directory.add(stack);
    }
  }

  /** A builder. */
  public static LocalCloudFormationBuilder builder() {
    return new LocalCloudFormationBuilder();
  }

  @Override
  public synchronized ChangeSetIds createChangeSet(ChangeSetRequest request) {
    return changeSets.create(request);
  }

  @Override
  public ChangeSetDescription describeChangeSet(
      Optional<String> stackName, String changeSetName, boolean includePropertyValues) {
    ChangeSets.Found found = changeSets.require(stackName, changeSetName);
    return Descriptions.changeSet(found.stack(), found.changeSet(), includePropertyValues);
  }

  @Override
  public void executeChangeSet(
      Optional<String> stackName, String changeSetName, Execution execution) {
    changeSets.execute(stackName, changeSetName, execution);
  }

  @Override
  public void deleteChangeSet(Optional<String> stackName, String changeSetName) {
    changeSets.delete(stackName, changeSetName);
  }

  @Override
  public List<ChangeSetDescription> listChangeSets(String stackName) {
    StackState stack = directory.holding(stackName);
    synchronized (stack) {
      return stack.changeSets.stream()
          .map(each -> Descriptions.changeSet(stack, each, false))
          .toList();
    }
  }

  @Override
  public synchronized String createStack(StackRequest request) {
    return stacks.create(request);
  }

  @Override
  public String updateStack(StackRequest request) {
    return stacks.update(request);
  }

  @Override
  public void deleteStack(String stackName, Set<String> retain, Optional<String> token) {
    stacks.delete(stackName, retain, token);
  }

  @Override
  public List<StackDescription> describeStacks(Optional<String> stackName) {
    return stackName
        .map(name -> List.of(Descriptions.stack(directory.require(name))))
        .orElseGet(
            () ->
                directory.all().stream()
                    .filter(each -> !each.gone())
                    .map(Descriptions::stack)
                    .toList());
  }

  @Override
  public List<StackDescription> listStacks(Set<String> states) {
    return directory.all().stream()
        .map(Descriptions::stack)
        .filter(each -> states.isEmpty() || states.contains(each.status()))
        .toList();
  }

  @Override
  public List<StackEvent> describeStackEvents(String stackName) {
    StackState stack = directory.holding(stackName);
    synchronized (stack) {
      return reversed(stack.events);
    }
  }

  @Override
  public List<StackEvent> describeEvents(
      String stackName, Optional<String> changeSetName, boolean failedOnly) {
    StackState stack = directory.holding(stackName);
    Optional<String> operation =
        changeSetName.map(
            name ->
                changeSets
                    .find(Optional.of(stackName), name)
                    .map(found -> found.changeSet().operationId())
                    .orElse(""));
    return describeStackEvents(stack.id).stream()
        .filter(each -> operation.isEmpty() || each.operationId().equals(operation.get()))
        .filter(each -> !failedOnly || each.status().endsWith("_FAILED"))
        .toList();
  }

  private static List<StackEvent> reversed(List<StackEvent> events) {
    List<StackEvent> newestFirst = new ArrayList<>(events);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public ResourceDescription describeStackResource(String stackName, String logicalId) {
    return Descriptions.resources(directory.require(stackName)).stream()
        .filter(each -> each.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(
            () ->
                ApiFailure.validation(
                    "Resource " + logicalId + " does not exist for stack " + stackName));
  }

  @Override
  public List<ResourceDescription> describeStackResources(
      Optional<String> stackName, Optional<String> logicalId, Optional<String> physicalId) {
    StackState stack =
        stackName.map(directory::require).orElseGet(() -> directory.holder(physicalId.orElse("")));
    return Descriptions.resources(stack).stream()
        .filter(each -> logicalId.isEmpty() || each.logicalId().equals(logicalId.get()))
        .toList();
  }

  @Override
  public List<ResourceDescription> listStackResources(String stackName) {
    return Descriptions.resources(directory.require(stackName));
  }

  /** Asks the services for what stacks are said to have. */
  public Inventory inventory() {
    return new Inventory(directory, surroundings, runner.planner());
  }

  @Override
  public String getTemplate(String stackName, Optional<String> changeSetName) {
    if (changeSetName.isPresent()) {
      return changeSets
          .require(Optional.of(stackName), changeSetName.get())
          .changeSet()
          .config()
          .templateText();
    }
    StackState stack = directory.require(stackName);
    synchronized (stack) {
      return stack.config.templateText();
    }
  }

  @Override
  public TemplateSummary getTemplateSummary(
      Optional<String> templateBody, Optional<String> stackName) {
    String text =
        templateBody.orElseGet(
            () ->
                getTemplate(
                    stackName.orElseThrow(
                        () ->
                            ApiFailure.validation(
                                "Either Template URL or Template Body must be specified.")),
                    Optional.empty()));
    return Descriptions.template(Template.read(text), surroundings.schemas());
  }

  @Override
  public TemplateSummary validateTemplate(String templateBody) {
    return Descriptions.template(runner.planner().template(templateBody), surroundings.schemas());
  }

  @Override
  public List<Export> listExports() {
    return directory.exports();
  }

  @Override
  public List<String> listImports(String exportName) {
    List<String> users = directory.users(exportName);
    if (users.isEmpty()) {
      throw ApiFailure.validation("Export '" + exportName + "' is not imported by any stack.");
    }
    return users;
  }

  @Override
  public String updateTerminationProtection(String stackName, boolean on) {
    StackState stack = directory.holding(stackName);
    runner.journal(stack).change(each -> each.terminationProtection = on);
    return stack.id;
  }

  @Override
  public String rollbackStack(RollbackRequest request) {
    return stacks.rollback(request);
  }

  @Override
  public void continueUpdateRollback(RollbackRequest request) {
    stacks.continueRollback(request);
  }

  @Override
  public boolean awaitIdle(String stackName, Duration atMost) {
    return runner.awaitIdle(directory.require(stackName), atMost);
  }

  @Override
  public void close() {
    runner.close();
  }
}
