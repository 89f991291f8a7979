package com.harena.allinone.emulator.handler.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** {@code AWS::Logs::LogGroup}. */
public final class LogGroupService implements ResourceService {
  private static final List<String> KNOWN =
      List.of("LogGroupName", "RetentionInDays", "KmsKeyId", "Tags");
  private static final int NAME_LIMIT = 512;

  private final CloudWatchLogsClient logs;

  /** Log groups of one CloudWatch Logs. */
  public LogGroupService(CloudWatchLogsClient logs) {
    this.logs = logs;
  }

  @Override
  public String type() {
    return "AWS::Logs::LogGroup";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.of(request, "LogGroupName", NAME_LIMIT);
    String key = Json.text(request.properties(), "KmsKeyId");
    logs.createLogGroup(call -> call.logGroupName(name).kmsKeyId(key).tags(Tags.wanted(request)));
    undo.add(() -> logs.deleteLogGroup(call -> call.logGroupName(name)));
    retain(request, name);
    return Physical.of(name, Json.object("Arn", arn(request, name) + ":*"));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String name = physical.id();
    retain(request, name);
    String arn = arn(request, name);
    Tags.align(
        request,
        tags(arn),
        keys -> logs.untagResource(call -> call.resourceArn(arn).tagKeys(keys)),
        added -> logs.tagResource(call -> call.resourceArn(arn).tags(added)));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    logs.deleteLogGroup(call -> call.logGroupName(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return find(physical.id())
        .map(
            group -> {
              ObjectNode told = Json.object("LogGroupName", group.logGroupName());
              if (group.retentionInDays() != null) {
                told.put("RetentionInDays", group.retentionInDays());
              }
              if (group.kmsKeyId() != null) {
                told.put("KmsKeyId", group.kmsKeyId());
              }
              told.set("Tags", Tags.json(tags(arn(request, physical.id()))));
              return told;
            });
  }

  private void retain(ResourceRequest request, String name) {
    int days = request.properties().path("RetentionInDays").asInt();
    if (days > 0) {
      logs.putRetentionPolicy(call -> call.logGroupName(name).retentionInDays(days));
    } else if (find(name).map(LogGroup::retentionInDays).isPresent()) {
      logs.deleteRetentionPolicy(call -> call.logGroupName(name));
    }
  }

  private Optional<LogGroup> find(String name) {
    return logs.describeLogGroups(call -> call.logGroupNamePrefix(name)).logGroups().stream()
        .filter(group -> group.logGroupName().equals(name))
        .findFirst();
  }

  private Map<String, String> tags(String arn) {
    return logs.listTagsForResource(call -> call.resourceArn(arn)).tags();
  }

  private static String arn(ResourceRequest request, String name) {
    return "arn:aws:logs:%s:%s:log-group:%s"
        .formatted(request.stack().region(), request.stack().account(), name);
  }
}
