package com.harena.allinone.emulator.handler.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.JsonCalls;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.handler.shape.Shape;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** {@code AWS::CloudWatch::Alarm}. */
public final class AlarmService implements ResourceService {
  private static final Shape<PutMetricAlarmRequest> SHAPE =
      Shape.of(PutMetricAlarmRequest.class, PutMetricAlarmRequest::builder);
  private static final int NAME_LIMIT = 255;

  private final JsonCalls watch;

  /** Alarms of one CloudWatch, in the protocol that moto speaks. */
  public AlarmService(JsonCalls watch) {
    this.watch = watch;
  }

  @Override
  public String type() {
    return "AWS::CloudWatch::Alarm";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return SHAPE.unknown(properties);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.of(request, "AlarmName", NAME_LIMIT);
    if (find(name).isPresent()) {
      throw new ResourceFailure(
          "Resource of type 'AWS::CloudWatch::Alarm' with identifier '%s' already exists."
              .formatted(name));
    }
    ObjectNode alarm = input(request, name);
    alarm.set("Tags", Tags.json(Tags.wanted(request)));
    watch.call("PutMetricAlarm", alarm);
    undo.add(() -> remove(name));
    return physical(name);
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    watch.call("PutMetricAlarm", input(request, physical.id()));
    Physical updated = physical(physical.id());
    String arn = updated.attributes().path("Arn").asText();
    Tags.align(
        request,
        Tags.of(tags(arn)),
        keys -> watch.call("UntagResource", key(arn).<ObjectNode>set("TagKeys", Json.list(keys))),
        added -> watch.call("TagResource", key(arn).<ObjectNode>set("Tags", Tags.json(added))));
    return updated;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return find(physical.id())
        .map(alarm -> alarm.<ObjectNode>set("Tags", tags(alarm.path("AlarmArn").asText())));
  }

  /** What the template says, with numbers as numbers. */
  private static ObjectNode input(ResourceRequest request, String name) {
    ObjectNode wanted = Json.without(request.properties(), List.of("Tags"));
    return SHAPE.json(SHAPE.from(wanted.put("AlarmName", name)));
  }

  private void remove(String name) {
    watch.call("DeleteAlarms", names(name));
  }

  private Physical physical(String name) {
    String arn = find(name).map(alarm -> alarm.path("AlarmArn").asText()).orElse("");
    return Physical.of(name, Json.object("Arn", arn));
  }

  private Optional<ObjectNode> find(String name) {
    JsonNode alarms = watch.call("DescribeAlarms", names(name)).path("MetricAlarms");
    return alarms.isEmpty() ? Optional.empty() : Optional.of((ObjectNode) alarms.get(0));
  }

  private JsonNode tags(String arn) {
    return watch.call("ListTagsForResource", key(arn)).path("Tags");
  }

  private static ObjectNode names(String name) {
    return Json.object().<ObjectNode>set("AlarmNames", Json.list(List.of(name)));
  }

  private static ObjectNode key(String arn) {
    return Json.object("ResourceARN", arn);
  }
}
