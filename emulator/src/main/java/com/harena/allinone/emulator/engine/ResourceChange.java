package com.harena.allinone.emulator.engine;

import java.util.List;
import java.util.Optional;

/**
 * One change of a change set.
 *
 * @param action Add, Modify or Remove
 * @param logicalId the resource's name in the template
 * @param physicalId its physical id, if it exists
 * @param type its type
 * @param replacement True, False or Conditional; empty unless modified
 * @param policyAction Delete, Retain, Snapshot, ReplaceAndDelete, ReplaceAndRetain or
 *     ReplaceAndSnapshot, if something goes
 * @param scope of Properties, Metadata, Tags, DeletionPolicy, UpdateReplacePolicy, CreationPolicy
 *     and UpdatePolicy those that change
 * @param details what changes, and why
 * @param beforeContext the resource before as JSON; only with IncludePropertyValues
 * @param afterContext the resource after as JSON; only with IncludePropertyValues
 */
public record ResourceChange(
    String action,
    String logicalId,
    Optional<String> physicalId,
    String type,
    Optional<String> replacement,
    Optional<String> policyAction,
    List<String> scope,
    List<ChangeDetail> details,
    Optional<String> beforeContext,
    Optional<String> afterContext) {}
