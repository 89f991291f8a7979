package com.harena.allinone.box;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.emulator.ServiceClients;
import com.harena.allinone.metrics.CustomMetrics;
import com.harena.allinone.schedule.TickGroup;
import com.harena.allinone.schedule.TickSchedule;
import com.harena.allinone.schedule.TickSchedules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;

/** The schedules of the blueprint's opening hours, as the stack makes them; time starts none. */
final class Ticking {
  private static final String ROLE = "ticks";
  private static final String TRUST =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
          + "\"Principal\":{\"Service\":\"scheduler.amazonaws.com\"}}]}";

  private final SchedulerClient scheduler;
  private final Blueprint blueprint;
  private final List<TickSchedule> all;

  /** Makes them for an instance. */
  Ticking(ServiceClients clients, Blueprint blueprint, String instance) {
    this.scheduler = clients.of(SchedulerClient.builder());
    this.blueprint = blueprint;
    this.all = TickSchedules.of(blueprint.hours());
    String role =
        clients
            .of(IamClient.builder())
            .createRole(call -> call.roleName(ROLE).assumeRolePolicyDocument(TRUST))
            .role()
            .arn();
    for (TickGroup group : TickGroup.values()) {
      scheduler.createScheduleGroup(call -> call.name(group.nameIn(blueprint.deployment())));
    }
    all.forEach(each -> make(each, role, instance));
  }

  private void make(TickSchedule planned, String role, String instance) {
    String input =
        planned
            .tick()
            .input(instance, CustomMetrics.namespace(blueprint), CustomMetrics.SERVING.name());
    scheduler.createSchedule(
        call ->
            call.name(planned.name())
                .groupName(planned.tick().group().nameIn(blueprint.deployment()))
                .description(planned.description())
                .scheduleExpression(planned.expression())
                .scheduleExpressionTimezone(planned.zone().getId())
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                .target(
                    target -> target.arn(planned.tick().targetArn()).roleArn(role).input(input)));
  }

  /** From when on each schedule of a group ticks; empty for one that ticks already. */
  List<Optional<Instant>> begins(TickGroup group) {
    String name = group.nameIn(blueprint.deployment());
    return all.stream()
        .filter(each -> each.tick().group() == group)
        .map(each -> scheduler.getSchedule(call -> call.groupName(name).name(each.name())))
        .map(schedule -> Optional.ofNullable(schedule.startDate()))
        .toList();
  }
}
