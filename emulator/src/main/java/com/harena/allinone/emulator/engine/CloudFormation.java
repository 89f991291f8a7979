package com.harena.allinone.emulator.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The actions of CloudFormation. Names of stacks are names or ARNs; template URLs are the caller's
 * to fetch. Actions that take long return at once and go on on a thread of the engine; the stack's
 * status tells how they end. Every refusal is an {@link ApiFailure}.
 */
public interface CloudFormation extends AutoCloseable {
  /** Creates a change set, and for a new stack the stack under review. */
  ChangeSetIds createChangeSet(ChangeSetRequest request);

  /**
   * Describes a change set.
   *
   * @param stackName may be empty if the change set is named by its ARN
   * @param includePropertyValues whether the changes carry values before and after
   */
  ChangeSetDescription describeChangeSet(
      Optional<String> stackName, String changeSetName, boolean includePropertyValues);

  /** Starts to execute a change set. */
  void executeChangeSet(Optional<String> stackName, String changeSetName, Execution execution);

  /** Deletes a change set; one that does not exist is deleted. */
  void deleteChangeSet(Optional<String> stackName, String changeSetName);

  /** The change sets of a stack. */
  List<ChangeSetDescription> listChangeSets(String stackName);

  /** Starts to make a stack; answers its ARN. */
  String createStack(StackRequest request);

  /** Starts to change a stack; answers its ARN. */
  String updateStack(StackRequest request);

  /**
   * Starts to delete a stack; one that does not exist is deleted.
   *
   * @param retain resources to leave, of a stack whose deletion failed
   */
  void deleteStack(String stackName, Set<String> retain, Optional<String> token);

  /** One stack by its name or ARN, or every stack that was not deleted. */
  List<StackDescription> describeStacks(Optional<String> stackName);

  /** Every stack, also deleted ones, with one of these states; no state means any. */
  List<StackDescription> listStacks(Set<String> states);

  /** The events of a stack, newest first. */
  List<StackEvent> describeStackEvents(String stackName);

  /** The events of a stack, or of the operation of a change set, newest first. */
  List<StackEvent> describeEvents(
      String stackName, Optional<String> changeSetName, boolean failedOnly);

  /** One resource of a stack. */
  ResourceDescription describeStackResource(String stackName, String logicalId);

  /**
   * Resources of a stack; by the physical id of one of them its stack is found.
   *
   * @param logicalId only this one
   */
  List<ResourceDescription> describeStackResources(
      Optional<String> stackName, Optional<String> logicalId, Optional<String> physicalId);

  /** The resources of a stack. */
  List<ResourceDescription> listStackResources(String stackName);

  /** The template of a stack, or of a change set, as it was given. */
  String getTemplate(String stackName, Optional<String> changeSetName);

  /** What a template declares, given as text or by its stack. */
  TemplateSummary getTemplateSummary(Optional<String> templateBody, Optional<String> stackName);

  /** Checks a template and tells what it declares. */
  TemplateSummary validateTemplate(String templateBody);

  /** Every value that a stack exports. */
  List<Export> listExports();

  /** Names of the stacks that import a value. */
  List<String> listImports(String exportName);

  /** Protects a stack from deletion, or no longer; answers its ARN. */
  String updateTerminationProtection(String stackName, boolean on);

  /** Starts to roll a stack back that failed without; answers its ARN. */
  String rollbackStack(RollbackRequest request);

  /** Starts to go on with a rollback that failed. */
  void continueUpdateRollback(RollbackRequest request);

  /**
   * Waits until no operation runs on a stack.
   *
   * @return whether that was so in time
   */
  boolean awaitIdle(String stackName, Duration atMost);

  /** Waits for running operations for a short while, then interrupts them. */
  @Override
  void close();
}
