package com.harena.allinone.box;

import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/** What the containers wrote, as CloudWatch has it. */
final class Logs {
  private final CloudWatchLogsClient logs;
  private final String group;

  Logs(CloudWatchLogsClient logs, String group) {
    this.logs = logs;
    this.group = group;
  }

  /** A stream for each service that has written anything. */
  List<String> streams() {
    return logs.describeLogStreams(call -> call.logGroupName(group)).logStreams().stream()
        .map(LogStream::logStreamName)
        .toList();
  }

  /** The newest lines of a service, oldest first. */
  List<String> lines(String service) {
    return streams().contains(service)
        ? logs
            .getLogEvents(call -> call.logGroupName(group).logStreamName(service))
            .events()
            .stream()
            .map(OutputLogEvent::message)
            .toList()
        : List.of();
  }

  /** All lines of all services. */
  String all() {
    return String.join("\n", streams().stream().flatMap(name -> lines(name).stream()).toList());
  }
}
