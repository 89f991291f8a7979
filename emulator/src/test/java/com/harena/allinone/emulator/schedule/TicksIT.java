package com.harena.allinone.emulator.schedule;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.machine.LocalWorld;
import com.harena.allinone.emulator.testing.Trust;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;

class TicksIT {
  private static final String POLICY =
      """
      {"Version":"2012-10-17","Statement":[
       {"Effect":"Allow","Action":["ec2:StartInstances","ec2:StopInstances"],
        "Resource":"arn:aws:ec2:eu-west-1:123456789012:instance/*",
        "Condition":{"StringEquals":{"aws:ResourceTag/deployment":"own"}}},
       {"Effect":"Allow","Action":"cloudwatch:PutMetricData","Resource":"*",
        "Condition":{"StringEquals":{"cloudwatch:namespace":"Own"}}}]}\
      """;

  @TempDir static Path folder;
  private static LocalWorld world;
  private static String role;
  private static String distrusted;

  @BeforeAll
  static void start() {
    world = LocalWorld.start(folder, 100);
    try (IamClient iam = world.client(IamClient.builder())) {
      role =
          iam.createRole(
                  call -> call.roleName("ticks").assumeRolePolicyDocument(Trust.of("scheduler")))
              .role()
              .arn();
      distrusted =
          iam.createRole(call -> call.roleName("other").assumeRolePolicyDocument(Trust.of("ec2")))
              .role()
              .arn();
      iam.putRolePolicy(call -> call.roleName("ticks").policyName("ticks").policyDocument(POLICY));
    }
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void ticksStopAndStartTheInstanceThatTheRoleMayTouch() {
    String id = launch();
    world.ec2().createTags(c -> c.resources(id).tags(tag()));
    schedule("stop", "ec2:stopInstances", "{\"InstanceIds\":[\"%s\"]}".formatted(id));
    schedule("start", "ec2:startInstances", "{\"InstanceIds\":[\"%s\"]}".formatted(id));

    assertThat(world.instances().ticks().tick("default", "stop")).isEmpty();
    eventually("stopped", () -> world.state(id).equals("stopped"));
    assertThat(world.instances().ticks().tick("default", "start")).isEmpty();
    eventually("running", () -> world.state(id).equals("running"));
  }

  @Test
  void aTickTouchesNoInstanceOfAnother() {
    String id = launch();
    schedule("other", "ec2:stopInstances", "{\"InstanceIds\":[\"%s\"]}".formatted(id));

    assertThat(world.instances().ticks().tick("default", "other"))
        .hasValueSatisfying(
            words -> assertThat(words).contains("UnauthorizedOperation", "ec2:StopInstances"));
    assertThat(world.state(id)).isNotEqualTo("stopping");
  }

  @Test
  void aFigureGoesToTheRolesOwnNamespaceOnly() {
    schedule("own", "cloudwatch:putMetricData", "{\"Namespace\":\"Own\"}");
    schedule("foreign", "cloudwatch:putMetricData", "{\"Namespace\":\"Foreign\"}");

    assertThat(world.instances().ticks().tick("default", "own")).isEmpty();
    assertThat(world.instances().ticks().tick("default", "foreign")).isPresent();
  }

  @Test
  void aTargetThatIsNotKnownIsNamed() {
    schedule("unknown", "rds:stopDBInstance", "{}");

    assertThatThrownBy(() -> world.instances().ticks().tick("default", "unknown"))
        .hasMessageContaining("rds:stopDBInstance");
  }

  private static String launch() {
    String id =
        world
            .ec2()
            .runInstances(
                c ->
                    c.imageId(
                            "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64")
                        .minCount(1)
                        .maxCount(1))
            .instances()
            .get(0)
            .instanceId();
    eventually("running", () -> world.state(id).equals("running"));
    return id;
  }

  private static Tag tag() {
    return Tag.builder().key("deployment").value("own").build();
  }

  @Test
  void aScheduleWhoseRoleDoesNotTrustTheSchedulerIsRefused() {
    assertThatThrownBy(() -> schedule("other", "ec2:stopInstances", "{}", distrusted))
        .hasMessageContaining(
            "The execution role you provide must allow AWS EventBridge Scheduler to assume the"
                + " role.");
  }

  private static void schedule(String name, String action, String input) {
    schedule(name, action, input, role);
  }

  private static void schedule(String name, String action, String input, String itsRole) {
    try (SchedulerClient scheduler = world.client(SchedulerClient.builder())) {
      scheduler.createSchedule(
          call ->
              call.name(name)
                  .groupName("default")
                  .scheduleExpression("rate(5 minutes)")
                  .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                  .target(
                      target ->
                          target
                              .arn("arn:aws:scheduler:::aws-sdk:" + action)
                              .roleArn(itsRole)
                              .input(input)));
    }
  }
}
