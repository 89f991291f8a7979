package com.harena.allinone.emulator.schedule;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.emulator.machine.LocalWorld;
import com.harena.allinone.host.cloud.aws.AwsSchedules;
import com.harena.allinone.host.remote.HoldState;
import com.harena.allinone.host.remote.Holds;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.schedule.TickGroup;
import com.harena.allinone.schedule.TickSchedule;
import com.harena.allinone.schedule.TickSchedules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/** Holds of the schedules that harena's opening hours come to, through the adapter of AWS. */
class HoldsIT {
  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
       "Principal":{"Service":"scheduler.amazonaws.com"}}]}\
      """;
  private static final Blueprint BLUEPRINT =
      BlueprintLoader.load(Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml"));

  @TempDir static Path folder;

  private static LocalWorld world;
  private static SchedulerClient scheduler;
  private static final List<TickSchedule> PLANNED = TickSchedules.of(BLUEPRINT.hours());

  private final List<String> said = new ArrayList<>();
  private final Holds holds =
      new Holds(BLUEPRINT, new AwsSchedules(scheduler), Timing.system(), said::add);

  @BeforeAll
  static void start() {
    world = LocalWorld.start(folder, 100);
    scheduler = world.client(SchedulerClient.builder());
    for (TickGroup group : TickGroup.values()) {
      scheduler.createScheduleGroup(call -> call.name(group.nameIn(BLUEPRINT.deployment())));
    }
    String role = role();
    PLANNED.forEach(each -> make(each, role));
  }

  @AfterAll
  static void stop() {
    if (scheduler != null) {
      scheduler.close();
    }
    if (world != null) {
      world.close();
    }
  }

  @Test
  void movesTheStartDateOfEveryStopScheduleAndNothingElseOfAny() {
    holds.sleep(Optional.empty());
    Map<String, GetScheduleResponse> before = all();
    Instant until = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);

    holds.awake(until);

    Map<String, GetScheduleResponse> held = all();
    assertThat(held).hasSameSizeAs(before).hasSizeGreaterThan(3);
    held.forEach(
        (name, schedule) -> {
          assertThat(schedule.startDate()).isEqualTo(name.startsWith("stop") ? until : null);
          assertThat(unmoved(schedule)).isEqualTo(unmoved(before.get(name)));
        });
    assertThat(holds.state()).isEqualTo(new HoldState(Optional.of(until), Optional.empty(), false));

    holds.sleep(Optional.empty());

    assertThat(all().values()).allMatch(schedule -> schedule.startDate() == null);
    assertThat(holds.state()).isEqualTo(HoldState.none());
  }

  @Test
  void holdsStartsAndTheZerosOfServingAsleepAndCompletesAHalfDoneSet() {
    Instant until = Instant.now().plus(Duration.ofHours(9)).truncatedTo(ChronoUnit.SECONDS);
    holds.sleep(Optional.of(until));
    AwsSchedules schedules = new AwsSchedules(scheduler);
    String group = TickGroup.START.nameIn(BLUEPRINT.deployment());
    schedules.begin(schedules.in(group).get(0), Optional.empty());
    assertThat(holds.state().halfDone()).isTrue();
    assertThat(holds.state().asleepUntil()).isEmpty();
    said.clear();

    holds.sleep(Optional.of(until));

    assertThat(said).hasSize(1);
    assertThat(holds.state()).isEqualTo(new HoldState(Optional.empty(), Optional.of(until), false));
    all()
        .forEach(
            (name, schedule) ->
                assertThat(schedule.startDate()).isEqualTo(name.startsWith("stop") ? null : until));
  }

  @Test
  void aScheduleThatWasHeldStillStopsTheInstanceAfterwards() {
    holds.awake(Instant.now().plus(Duration.ofHours(1)));
    holds.sleep(Optional.empty());
    String id =
        world
            .ec2()
            .runInstances(
                call ->
                    call.imageId(
                            "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64")
                        .minCount(1)
                        .maxCount(1))
            .instances()
            .get(0)
            .instanceId();
    eventually("running", () -> world.state(id).equals("running"));
    GetScheduleResponse stop = all().get("stop-1");
    scheduler.updateSchedule(
        call ->
            call.name("stop-1")
                .groupName(stop.groupName())
                .scheduleExpression(stop.scheduleExpression())
                .flexibleTimeWindow(stop.flexibleTimeWindow())
                .target(
                    stop.target()
                        .copy(to -> to.input("{\"InstanceIds\":[\"%s\"]}".formatted(id)))));

    assertThat(world.instances().ticks().tick(stop.groupName(), "stop-1")).isEmpty();

    eventually("stopped", () -> world.state(id).equals("stopped"));
  }

  @Test
  void findsNothingInAGroupThatIsNotThere() {
    assertThat(new AwsSchedules(scheduler).in("another-stop")).isEmpty();
  }

  private static Map<String, GetScheduleResponse> all() {
    Map<String, GetScheduleResponse> all = new TreeMap<>();
    for (TickSchedule each : PLANNED) {
      all.put(
          each.name(),
          scheduler.getSchedule(
              call ->
                  call.groupName(each.tick().group().nameIn(BLUEPRINT.deployment()))
                      .name(each.name())));
    }
    return all;
  }

  /** A schedule without what a hold moves, and without when it was last changed. */
  private static String unmoved(GetScheduleResponse schedule) {
    return schedule.copy(each -> each.startDate(null).lastModificationDate(null)).toString();
  }

  private static void make(TickSchedule planned, String role) {
    scheduler.createSchedule(
        call ->
            call.name(planned.name())
                .groupName(planned.tick().group().nameIn(BLUEPRINT.deployment()))
                .description(planned.description())
                .scheduleExpression(planned.expression())
                .scheduleExpressionTimezone(planned.zone().getId())
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                .target(
                    target ->
                        target
                            .arn(planned.tick().targetArn())
                            .roleArn(role)
                            .input(planned.tick().input("i-0123456789abcdef0", "Own", "Serving"))
                            .retryPolicy(
                                retry ->
                                    retry.maximumRetryAttempts(0).maximumEventAgeInSeconds(60))));
  }

  private static String role() {
    try (IamClient iam = world.client(IamClient.builder())) {
      String arn =
          iam.createRole(call -> call.roleName("ticks").assumeRolePolicyDocument(TRUST))
              .role()
              .arn();
      iam.putRolePolicy(
          call ->
              call.roleName("ticks")
                  .policyName("ticks")
                  .policyDocument(
                      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ec2:StopInstances\",\"Resource\":\"*\"}]}"));
      return arn;
    }
  }
}
