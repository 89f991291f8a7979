package com.harena.allinone.emulator.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import com.harena.allinone.emulator.template.ResourceDeclaration.Policy;
import java.util.List;
import java.util.Map;

/**
 * A resource as it was made, or was attempted to be.
 *
 * @param logicalId its name in the template
 * @param type its type
 * @param physical what exists; null if nothing does
 * @param properties its properties, resolved
 * @param metadata its metadata
 * @param deletionPolicy what becomes of it when it leaves the stack
 * @param updateReplacePolicy what becomes of it when another takes its place
 * @param needs the resources that it needs
 * @param tags the stack's tags that it was given
 */
public record Made(
    String logicalId,
    String type,
    Physical physical,
    ObjectNode properties,
    ObjectNode metadata,
    Policy deletionPolicy,
    Policy updateReplacePolicy,
    List<String> needs,
    Map<String, String> tags) {

  /** A declared resource of which nothing exists yet. */
  public static Made planned(
      ResourceDeclaration declared,
      ObjectNode properties,
      List<String> needs,
      Map<String, String> tags) {
    return new Made(
        declared.logicalId(),
        declared.type(),
        null,
        properties,
        declared.metadata(),
        declared.deletionPolicy(),
        declared.updateReplacePolicy(),
        needs,
        tags);
  }

  /** The same with what exists now. */
  public Made with(Physical exists) {
    return new Made(
        logicalId,
        type,
        exists,
        properties,
        metadata,
        deletionPolicy,
        updateReplacePolicy,
        needs,
        tags);
  }

  /** Whether something exists. */
  @JsonIgnore
  public boolean exists() {
    return physical != null;
  }

  /** The physical id, empty if nothing exists. */
  @JsonIgnore
  public String physicalId() {
    return physical == null ? "" : physical.id();
  }
}
