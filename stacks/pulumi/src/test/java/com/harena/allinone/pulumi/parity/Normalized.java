package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * A resource of either engine in the form in which both are compared.
 *
 * @param type CloudFormation's type, or Pulumi's token where CloudFormation has no such thing
 * @param id its logical name
 * @param properties as a template would have them, references resolved
 * @param others what the program gives it and a template knows nothing of, by Pulumi's own names
 * @param kept whether it outlives its removal: an empty text, or how
 * @param needs what is made before it by its own word, and deleted after it
 */
record Normalized(
    String type,
    String id,
    ObjectNode properties,
    Map<PropertyPath, String> others,
    String kept,
    Set<String> needs) {
  /** The same with properties of its own. */
  Normalized copy() {
    return new Normalized(type, id, properties.deepCopy(), others, kept, needs);
  }
}
