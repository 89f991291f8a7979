package com.harena.allinone.emulator.handler.spending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.JsonCalls;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.ServiceRefusal;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;

/**
 * {@code AWS::Budgets::Budget}. moto keeps notifications but tells no subscribers, so these are
 * remembered; it cannot update a budget, so that an update makes it anew under its name.
 */
public final class BudgetService implements ResourceService {
  private static final String NOTIFICATIONS = "NotificationsWithSubscribers";
  private static final int NAME_LIMIT = 100;

  private final JsonCalls budgets;

  /** Budgets of one AWS Budgets. */
  public BudgetService(JsonCalls budgets) {
    this.budgets = budgets;
  }

  @Override
  public String type() {
    return "AWS::Budgets::Budget";
  }

  @Override
  public List<String> inMemory() {
    return List.of(NOTIFICATIONS);
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return BudgetProperties.unknown(properties);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    ObjectNode budget = request.properties().withObject("/Budget");
    String name = Json.text(budget, "BudgetName");
    if (name == null) {
      name = PhysicalName.of(request, "", NAME_LIMIT);
    }
    Physical physical = Physical.of(name, Json.object());
    make(request, physical);
    undo.add(() -> delete(request, physical));
    count(request, physical);
    return physical;
  }

  /** Made anew; an update that failed half way left none, and this one brings it back. */
  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    try {
      delete(request, physical);
    } catch (ServiceRefusal refused) {
      if (!refused.code().equals("NotFoundException")) {
        throw refused;
      }
    }
    make(request, physical);
    count(request, physical);
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    budgets.call("DeleteBudget", key(request, physical));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    JsonNode budget = budgets.call("DescribeBudget", key(request, physical)).path("Budget");
    ObjectNode told = Json.object();
    told.set("Budget", budget);
    return Optional.of(told);
  }

  private void make(ResourceRequest request, Physical physical) {
    ObjectNode input = Json.object("AccountId", request.stack().account());
    ObjectNode budget = request.properties().deepCopy().withObject("/Budget");
    budget.put("BudgetName", physical.id());
    if (budget.get("BudgetLimit") instanceof ObjectNode limit) {
      limit.put("Amount", limit.path("Amount").asText());
    }
    input.set("Budget", budget);
    input.set(NOTIFICATIONS, request.properties().withArray("/" + NOTIFICATIONS));
    budgets.call("CreateBudget", input);
  }

  /** The services may drop notifications without a word. */
  private void count(ResourceRequest request, Physical physical) {
    int asked = request.properties().path(NOTIFICATIONS).size();
    int told =
        budgets
            .call("DescribeNotificationsForBudget", key(request, physical))
            .path("Notifications")
            .size();
    if (told != asked) {
      throw new ResourceFailure(
          "%s: %s was asked to have %d notifications, and the service tells %d"
              .formatted(physical.id(), NOTIFICATIONS, asked, told));
    }
  }

  private static ObjectNode key(ResourceRequest request, Physical physical) {
    return Json.object("AccountId", request.stack().account()).put("BudgetName", physical.id());
  }
}
