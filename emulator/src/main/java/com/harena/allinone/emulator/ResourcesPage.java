package com.harena.allinone.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.Finding;
import com.harena.allinone.emulator.engine.Inventory;
import com.harena.allinone.emulator.function.CustomResourceHandler;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Onward;
import com.harena.allinone.schema.Schemas;
import java.util.Set;

/**
 * Tells which resources of a stack the services know: {@code resources/NAME}. Ids and states, never
 * a property.
 */
final class ResourcesPage implements Onward {
  /** Name of the page. */
  static final String NAME = "resources";

  private final Inventory inventory;
  private final Set<String> inMemory;

  ResourcesPage(Inventory inventory, Set<String> inMemory) {
    this.inventory = inventory;
    this.inMemory = Set.copyOf(inMemory);
  }

  @Override
  public Answer pass(Call call) {
    String path = call.target().split("[?]", 2)[0];
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode list = page.putArray("resources");
    try {
      inventory.of(path.substring(path.lastIndexOf('/') + 1)).forEach(each -> add(list, each));
    } catch (ApiFailure e) {
      return Answer.of(404, "text/plain", e.getMessage() + "\n");
    }
    return Answer.of(200, "application/json", page.toString());
  }

  private void add(ArrayNode list, Finding finding) {
    list.addObject()
        .put("logicalId", finding.resource().logicalId())
        .put("type", finding.resource().type())
        .put("physicalId", finding.resource().physicalId().orElse(""))
        .put("status", finding.resource().status())
        .put("found", finding.exists())
        .put("inMemory", inMemory(finding.resource().type()));
  }

  private boolean inMemory(String type) {
    return inMemory.contains(Schemas.isCustom(type) ? CustomResourceHandler.TYPE : type);
  }
}
