package com.harena.allinone.constructs.schedule;

import com.harena.allinone.machine.ResourceWord;
import com.harena.allinone.metrics.CustomMetrics;
import com.harena.allinone.schedule.Tick;
import com.harena.allinone.schedule.TickGroup;
import com.harena.allinone.schedule.TickSchedule;
import com.harena.allinone.schedule.TickSchedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

/**
 * Starts the instance in open hours and stops it in closed ones, every five minutes again, by
 * EventBridge Scheduler. Makes a group of schedules that start (with those of the zero of {@code
 * Serving}) and one of schedules that stop, each schedule calling one AWS API, and the role that
 * may make these calls for this deployment's instances.
 *
 * <p>Without hours there is only the zero of {@code Serving}, round the clock.
 *
 * <p>The schedules are made last of the stack, so that none touches an instance that has not proven
 * itself: let {@link #schedules()} depend on whatever must come before.
 */
public final class OpeningHours extends Construct {
  private final CfnScheduleGroup startGroup;
  private final Optional<CfnScheduleGroup> stopGroup;
  private final CfnRole role;
  private final List<CfnSchedule> schedules = new ArrayList<>();

  /** Makes groups, role and schedules. */
  public OpeningHours(Construct scope, String id, OpeningHoursProps props) {
    super(scope, id);
    List<TickSchedule> planned = TickSchedules.of(props.hours());
    startGroup = group(TickGroup.START, props);
    stopGroup = props.hours().map(hours -> group(TickGroup.STOP, props));
    role = SchedulerRole.in(this, props, groups());
    planned.forEach(schedule -> schedules.add(schedule(schedule, props)));
  }

  private CfnScheduleGroup group(TickGroup group, OpeningHoursProps props) {
    return CfnScheduleGroup.Builder.create(this, group == TickGroup.START ? "Starts" : "Stops")
        .name(group.nameIn(props.deployment()))
        .build();
  }

  private CfnSchedule schedule(TickSchedule planned, OpeningHoursProps props) {
    Tick tick = planned.tick();
    CfnScheduleGroup group = tick.group() == TickGroup.START ? startGroup : stopGroup.orElseThrow();
    return CfnSchedule.Builder.create(this, ResourceWord.of(planned.name()))
        .description(planned.description())
        .groupName(group.getRef())
        .scheduleExpression(planned.expression())
        .scheduleExpressionTimezone(planned.zone().getId())
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(tick.targetArn())
                .roleArn(role.getAttrArn())
                .input(
                    tick.input(
                        props.instance().getRef(),
                        props.metricNamespace(),
                        CustomMetrics.SERVING.name()))
                .retryPolicy(
                    CfnSchedule.RetryPolicyProperty.builder()
                        .maximumRetryAttempts(Tick.MAXIMUM_RETRY_ATTEMPTS)
                        .maximumEventAgeInSeconds(Tick.MAXIMUM_EVENT_AGE.toSeconds())
                        .build())
                .build())
        .build();
  }

  private List<CfnScheduleGroup> groups() {
    List<CfnScheduleGroup> groups = new ArrayList<>(List.of(startGroup));
    stopGroup.ifPresent(groups::add);
    return groups;
  }

  /** The group whose target errors are worth an alarm. */
  public CfnScheduleGroup startGroup() {
    return startGroup;
  }

  /** The schedules, which come last of the stack. */
  public List<CfnSchedule> schedules() {
    return List.copyOf(schedules);
  }

  /** The role, which a hold must pass on when it updates a schedule. */
  public CfnRole role() {
    return role;
  }
}
