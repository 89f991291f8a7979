package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.remote.LogLine;
import com.harena.allinone.host.remote.LogSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;

/** Logs through CloudWatch Logs. */
public final class AwsLogs implements LogSource {
  private static final Set<String> ABSENT = Set.of("ResourceNotFoundException");

  private final CloudWatchLogsClient logs;

  /** Uses the client. */
  public AwsLogs(CloudWatchLogsClient logs) {
    this.logs = logs;
  }

  @Override
  public Optional<List<String>> streams(String group) {
    return Call.find(
        "list the streams of " + group,
        ABSENT,
        () ->
            logs
                .describeLogStreamsPaginator(request -> request.logGroupName(group))
                .logStreams()
                .stream()
                .map(LogStream::logStreamName)
                .sorted()
                .toList());
  }

  @Override
  public void read(String group, List<String> streams, Instant since, Consumer<LogLine> reader) {
    Call.make(
        "read the log " + group,
        () -> {
          logs.filterLogEventsPaginator(
                  request -> {
                    request.logGroupName(group).startTime(since.toEpochMilli());
                    if (!streams.isEmpty()) {
                      request.logStreamNames(streams);
                    }
                  })
              .events()
              .forEach(event -> reader.accept(line(event)));
          return Boolean.TRUE;
        });
  }

  private static LogLine line(FilteredLogEvent event) {
    return new LogLine(
        event.eventId(),
        Instant.ofEpochMilli(event.timestamp()),
        event.logStreamName(),
        event.message());
  }
}
