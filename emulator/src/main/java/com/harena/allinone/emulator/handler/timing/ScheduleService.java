package com.harena.allinone.emulator.handler.timing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.handler.shape.Shape;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;

/** {@code AWS::Scheduler::Schedule}. An update replaces the whole schedule, as the service does. */
public final class ScheduleService implements ResourceService {
  private static final Shape<CreateScheduleRequest> CREATE =
      Shape.of(CreateScheduleRequest.class, CreateScheduleRequest::builder);
  private static final Shape<UpdateScheduleRequest> UPDATE =
      Shape.of(UpdateScheduleRequest.class, UpdateScheduleRequest::builder);
  private static final int NAME_LIMIT = 64;

  private final SchedulerClient scheduler;

  /** Schedules of one EventBridge Scheduler. */
  public ScheduleService(SchedulerClient scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public String type() {
    return "AWS::Scheduler::Schedule";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return CREATE.unknown(properties);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.of(request, "Name", NAME_LIMIT);
    ObjectNode wanted = request.properties().deepCopy().put("Name", name);
    String group = Json.text(wanted, "GroupName");
    if (group != null) {
      // Its refusal, where there is no such group: moto fails at such a schedule.
      scheduler.getScheduleGroup(call -> call.name(group));
    }
    String arn = scheduler.createSchedule(CREATE.from(wanted)).scheduleArn();
    undo.add(() -> remove(request, name));
    return Physical.of(name, Json.object("Arn", arn));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    ObjectNode wanted = request.properties().deepCopy().put("Name", physical.id());
    scheduler.updateSchedule(UPDATE.from(wanted));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(request, physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    String group = Json.text(request.properties(), "GroupName");
    return Optional.of(
        CREATE.json(scheduler.getSchedule(call -> call.name(physical.id()).groupName(group))));
  }

  private void remove(ResourceRequest request, String name) {
    String group = Json.text(request.properties(), "GroupName");
    scheduler.deleteSchedule(call -> call.name(name).groupName(group));
  }
}
