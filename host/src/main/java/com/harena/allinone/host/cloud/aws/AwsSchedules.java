package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.remote.Schedules;
import com.harena.allinone.host.remote.TickingSchedule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;

/** Schedules through EventBridge Scheduler. */
public final class AwsSchedules implements Schedules {
  private static final Set<String> ABSENT = Set.of("ResourceNotFoundException");

  private final SchedulerClient scheduler;

  /** Uses the client. */
  public AwsSchedules(SchedulerClient scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public List<TickingSchedule> in(String group) {
    List<String> names =
        Call.find(
                "list the schedules of " + group,
                ABSENT,
                () ->
                    scheduler
                        .listSchedulesPaginator(request -> request.groupName(group))
                        .schedules()
                        .stream()
                        .map(ScheduleSummary::name)
                        .toList())
            .orElse(List.of());
    return names.stream()
        .map(
            name ->
                new TickingSchedule(
                    group, name, Optional.ofNullable(read(group, name).startDate())))
        .sorted(Comparator.comparing(TickingSchedule::name))
        .toList();
  }

  private GetScheduleResponse read(String group, String name) {
    return Call.make(
        "read schedule %s of %s".formatted(name, group),
        () -> scheduler.getSchedule(request -> request.groupName(group).name(name)));
  }

  @Override
  public void begin(TickingSchedule schedule, Optional<Instant> begin) {
    GetScheduleResponse whole = read(schedule.group(), schedule.name());
    Call.make(
        "move the begin of schedule %s of %s".formatted(schedule.name(), schedule.group()),
        () -> scheduler.updateSchedule(whole(whole).startDate(begin.orElse(null)).build()));
  }

  /** An update replaces everything: what it leaves out is lost. */
  static UpdateScheduleRequest.Builder whole(GetScheduleResponse schedule) {
    return UpdateScheduleRequest.builder()
        .actionAfterCompletion(schedule.actionAfterCompletion())
        .description(schedule.description())
        .endDate(schedule.endDate())
        .flexibleTimeWindow(schedule.flexibleTimeWindow())
        .groupName(schedule.groupName())
        .kmsKeyArn(schedule.kmsKeyArn())
        .name(schedule.name())
        .scheduleExpression(schedule.scheduleExpression())
        .scheduleExpressionTimezone(schedule.scheduleExpressionTimezone())
        .startDate(schedule.startDate())
        .state(schedule.state())
        .target(schedule.target());
  }
}
