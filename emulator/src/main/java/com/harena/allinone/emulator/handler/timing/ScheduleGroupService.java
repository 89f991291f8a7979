package com.harena.allinone.emulator.handler.timing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.ServiceRefusal;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.Tag;

/** {@code AWS::Scheduler::ScheduleGroup}. */
public final class ScheduleGroupService implements ResourceService {
  private static final List<String> KNOWN = List.of("Name", "Tags");
  private static final int NAME_LIMIT = 64;

  private final SchedulerClient scheduler;

  /** Groups of one EventBridge Scheduler. */
  public ScheduleGroupService(SchedulerClient scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public String type() {
    return "AWS::Scheduler::ScheduleGroup";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.of(request, "Name", NAME_LIMIT);
    if (exists(name)) {
      throw new ServiceRefusal(
          "ResourceAlreadyExists", "Schedule group %s already exists.".formatted(name));
    }
    List<Tag> tags = Tags.models(request, ScheduleGroupService::tag);
    String arn =
        scheduler.createScheduleGroup(call -> call.name(name).tags(tags)).scheduleGroupArn();
    undo.add(() -> scheduler.deleteScheduleGroup(call -> call.name(name)));
    return Physical.of(name, Json.object("Arn", arn));
  }

  /** moto would make it anew, without a word, in place of the one that is there. */
  private boolean exists(String name) {
    try {
      return scheduler.getScheduleGroup(call -> call.name(name)).arn() != null;
    } catch (ResourceNotFoundException none) {
      return false;
    }
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String arn = arn(physical);
    Tags.align(
        request,
        tags(arn),
        keys -> scheduler.untagResource(call -> call.resourceArn(arn).tagKeys(keys)),
        added ->
            scheduler.tagResource(
                call -> call.resourceArn(arn).tags(Tags.models(added, ScheduleGroupService::tag))));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    // moto fails where the group does not exist; asking for it is answered.
    scheduler.getScheduleGroup(call -> call.name(physical.id()));
    scheduler.deleteScheduleGroup(call -> call.name(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    String name = scheduler.getScheduleGroup(call -> call.name(physical.id())).name();
    ObjectNode told = Json.object("Name", name);
    told.set("Tags", Tags.json(tags(arn(physical))));
    return Optional.of(told);
  }

  private Map<String, String> tags(String arn) {
    return Tags.told(
        scheduler.listTagsForResource(call -> call.resourceArn(arn)).tags(), Tag::key, Tag::value);
  }

  private static String arn(Physical physical) {
    return physical.attributes().path("Arn").asText();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
