package com.harena.allinone.emulator.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A resource that a stack is said to have, and what its service tells of it now.
 *
 * @param resource what the stack says
 * @param asked its properties as the template asks for them, every function resolved
 * @param told its properties as the services tell them; empty if there is no such resource
 */
public record Finding(ResourceDescription resource, ObjectNode asked, Optional<ObjectNode> told) {
  /** The properties are copied. */
  public Finding {
    asked = asked.deepCopy();
  }

  /** Whether the services know it. */
  public boolean exists() {
    return told.isPresent();
  }
}
