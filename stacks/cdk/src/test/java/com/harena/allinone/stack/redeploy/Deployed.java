package com.harena.allinone.stack.redeploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.stack.graph.Template;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a blueprint becomes.
 *
 * @param stack name of the stack
 * @param template its template
 * @param compose the Compose file of its host bundle
 * @param engine the container engine's own settings, whose change restarts every container
 */
record Deployed(String stack, Template template, JsonNode compose, String engine) {

  /** Services whose containers Compose recreates when this is followed by another. */
  Set<String> recreatedBy(Deployed next) {
    Set<String> recreated = new TreeSet<>();
    for (Map.Entry<String, JsonNode> service : compose.path("services").properties()) {
      boolean runs = !service.getValue().has("profiles");
      JsonNode after = next.compose.path("services").path(service.getKey());
      if (runs && (!engine.equals(next.engine) || !service.getValue().equals(after))) {
        recreated.add(service.getKey());
      }
    }
    return recreated;
  }
}
