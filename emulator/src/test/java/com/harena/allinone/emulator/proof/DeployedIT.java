package com.harena.allinone.emulator.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * The real app, deployed by the CDK's command line, and changed once for each kind of change: one
 * stack's life, each test a step of it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployedIT {
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000001";

  @TempDir static Path folder;
  private static StackLife life;

  @BeforeAll
  static void deployOnce() {
    life = new StackLife(folder, DeployedIT::raiseThreshold);
    plan();
    life.begin("base");
  }

  @AfterAll
  static void end() {
    if (life != null) {
      life.close();
    }
  }

  @Test
  @Order(1)
  void everyResourceOfTheTemplateExists() {
    assertThat(life.cloud().resources(Deployment.STACK).keySet())
        .containsExactlyInAnyOrderElementsOf(
            () -> life.current().template().get("Resources").fieldNames());
    assertThat(
            life.cloud()
                .local()
                .instances()
                .machines()
                .serves(life.cloud().only("AWS::EC2::Instance")))
        .isTrue();
    life.hasOneHolder();
  }

  @Test
  @Order(3)
  void aSecondDeployAndDiffChangeNothing() {
    long before = life.cloud().local().front().calls().calls();
    assertThat(life.cloud().deploy(life.current())).contains("(no changes)");
    assertThat(life.cloud().cdk("diff", "--app", life.current().folder().toString()))
        .contains("There were no differences");
    assertThat(life.cloud().local().front().calls().after(before))
        .extracting(call -> call.operation().action())
        .doesNotContain("ExecuteChangeSet");
  }

  @Test
  @Order(10)
  void anAlarmsThresholdChangesThatAlarm() {
    assertThat(life.update("threshold")).isEqualTo(Effects.parse("changes in place AlarmsMemory"));
  }

  @Test
  @Order(11)
  void aMemoryLimitOfComposeReachesTheRunningInstance() {
    life.follows("memory", SafetyRow.of("services.postgres.memory", "320 MiB"));
  }

  @Test
  @Order(12)
  void aUnitReachesTheRunningInstance() {
    life.follows("unit", SafetyRow.of("services.backup.at", "21:00"));
  }

  @Test
  @Order(13)
  void theDiskGrows() {
    life.follows("disk", SafetyRow.of("disk.size", "40 GiB → 60 GiB"));
    try (Ec2Client ec2 = life.cloud().client(Ec2Client.builder())) {
      assertThat(ec2.describeVolumes(call -> call.volumeIds(life.volume())).volumes().get(0).size())
          .isEqualTo(50);
    }
  }

  @Test
  @Order(14)
  void theHoursChange() {
    life.follows("hours", SafetyRow.of("hours.close", "22:00 → 23:00"));
  }

  @Test
  @Order(15)
  void theSiteTakesADomain() {
    life.follows("domain", SafetyRow.of("site.domain", "(not set)"));
  }

  @Test
  @Order(16)
  void theBackendsPortMakesTheOriginAnew() {
    life.follows("port", SafetyRow.of("services.backend.port", "8001"));
  }

  @Test
  @Order(17)
  void aTagOfTheStackReachesWhatIsThere() {
    SafetyRow row = SafetyRow.of("tags", "(not set)");
    Effects effects = life.update("tags");
    assertThat(effects.without("changes in place"))
        .isEqualTo(row.effects().without("changes in place").except(life.conditional(effects)));
    // The table names what the template changes; the tags themselves reach all that can have them.
    assertThat(effects.of("changes in place")).containsAll(row.effects().of("changes in place"));
    try (Ec2Client ec2 = life.cloud().client(Ec2Client.builder())) {
      assertThat(ec2.describeVolumes(call -> call.volumeIds(life.volume())).volumes().get(0).tags())
          .contains(Tag.builder().key("team").value("harena").build());
    }
  }

  @Test
  @Order(18)
  void anotherTypeReplacesTheInstance() {
    life.follows("type", SafetyRow.of("machine.type", "t4g.small"));
  }

  @Test
  @Order(19)
  void anotherImageReplacesTheInstance() {
    life.follows("image", SafetyRow.of("machine.image", "resolve:ssm"));
  }

  @Test
  @Order(20)
  void onDemandReplacesTheSpotInstance() {
    life.follows("on-demand", SafetyRow.of("machine.purchase", "spot → on-demand"));
  }

  @Test
  @Order(21)
  void anAddressTakesTheOriginsPlace() {
    life.follows("address", SafetyRow.of("edge.origin", "vpc"));
  }

  @Test
  @Order(22)
  void anOriginInTheNetworkTakesTheAddressesPlace() {
    assertThat(life.update("origin"))
        .isEqualTo(SafetyRow.of("edge.origin", "vpc").effects().reversed());
  }

  private static void plan() {
    life.plan("base", Map.of())
        .plan("threshold", Map.of())
        .plan("memory", Map.of("services.postgres.memory", "336 MiB"))
        .plan("unit", Map.of("services.backup.at", "20:30"))
        .plan("disk", Map.of("disk.size", "50 GiB"))
        .plan("hours", Map.of("hours.close", "23:00"))
        .plan("domain", Map.of("site.domain", "www.example.org", "site.certificate", CERTIFICATE))
        .plan("port", Map.of("services.backend.port", 8002))
        .plan("tags", Map.of("tags", Map.of("team", "harena")))
        .plan("type", Map.of("machine.type", "t4g.medium"))
        .plan("image", Map.of("machine.image", anotherImage()))
        .plan("on-demand", Map.of("machine.purchase", "on-demand"))
        .plan("address", Map.of("edge.origin", "address"))
        .plan("origin", Map.of("edge.origin", "vpc"));
  }

  private static void raiseThreshold(ObjectNode template) {
    template
        .get("Resources")
        .properties()
        .forEach(
            each -> {
              if (each.getKey().startsWith("AlarmsMemory")) {
                ((ObjectNode) each.getValue().get("Properties")).put("Threshold", 91);
              }
            });
  }

  private static String anotherImage() {
    try (Ec2Client ec2 = life.cloud().client(Ec2Client.builder())) {
      return ec2.describeImages().images().stream()
          .filter(image -> "arm64".equals(image.architectureAsString()))
          .map(image -> image.imageId())
          .findFirst()
          .orElseThrow();
    }
  }
}
