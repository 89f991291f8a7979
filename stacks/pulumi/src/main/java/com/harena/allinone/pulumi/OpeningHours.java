package com.harena.allinone.pulumi;

import com.harena.allinone.machine.ResourceWord;
import com.harena.allinone.metrics.CustomMetrics;
import com.harena.allinone.schedule.Tick;
import com.harena.allinone.schedule.TickGroup;
import com.harena.allinone.schedule.TickSchedule;
import com.harena.allinone.schedule.TickSchedules;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.ScheduleGroup;
import com.pulumi.aws.scheduler.ScheduleGroupArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the instance in open hours and stops it in closed ones, every five minutes again, by
 * EventBridge Scheduler. The schedules are made last of the stack, so that none touches an instance
 * that has not proven itself.
 */
final class OpeningHours {
  private final Stage stage;
  private final Map<TickGroup, ScheduleGroup> groups = new EnumMap<>(TickGroup.class);
  private final Role role;

  /**
   * Makes groups, role and schedules.
   *
   * @param instanceId the instance
   * @param after what the schedules are made after
   */
  OpeningHours(Stage stage, Output<String> instanceId, List<Resource> after) {
    this.stage = stage;
    groups.put(TickGroup.START, group(TickGroup.START, "Starts"));
    if (stage.blueprint().hours().isPresent()) {
      groups.put(TickGroup.STOP, group(TickGroup.STOP, "Stops"));
    }
    role = SchedulerRole.of(stage, groups.values().stream().map(ScheduleGroup::arn).toList());
    TickSchedules.of(stage.blueprint().hours())
        .forEach(planned -> schedule(planned, instanceId, after));
  }

  private ScheduleGroup group(TickGroup group, String word) {
    return new ScheduleGroup(
        LogicalId.of("OpeningHours", word),
        ScheduleGroupArgs.builder().name(group.nameIn(stage.blueprint().deployment())).build(),
        stage.options().build());
  }

  private void schedule(TickSchedule planned, Output<String> instanceId, List<Resource> after) {
    new Schedule(
        LogicalId.of("OpeningHours", ResourceWord.of(planned.name())),
        ScheduleArgs.builder()
            .description(planned.description())
            .groupName(groups.get(planned.tick().group()).name())
            .scheduleExpression(planned.expression())
            .scheduleExpressionTimezone(planned.zone().getId())
            .flexibleTimeWindow(ScheduleFlexibleTimeWindowArgs.builder().mode("OFF").build())
            .target(target(planned.tick(), instanceId))
            .build(),
        stage.options().dependsOn(after).build());
  }

  private ScheduleTargetArgs target(Tick tick, Output<String> instanceId) {
    String namespace = CustomMetrics.namespace(stage.blueprint());
    return ScheduleTargetArgs.builder()
        .arn(tick.targetArn())
        .roleArn(role.arn())
        .input(instanceId.applyValue(id -> tick.input(id, namespace, CustomMetrics.SERVING.name())))
        .retryPolicy(
            ScheduleTargetRetryPolicyArgs.builder()
                .maximumRetryAttempts(Tick.MAXIMUM_RETRY_ATTEMPTS)
                .maximumEventAgeInSeconds(Math.toIntExact(Tick.MAXIMUM_EVENT_AGE.toSeconds()))
                .build())
        .build();
  }

  /** Name of the group whose target errors are worth an alarm. */
  Output<String> startGroup() {
    return groups.get(TickGroup.START).name();
  }
}
