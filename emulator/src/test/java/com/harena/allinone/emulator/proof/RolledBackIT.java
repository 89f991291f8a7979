package com.harena.allinone.emulator.proof;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Volume;

/**
 * The stack on its real handlers, with a failure at one resource after the other: of a first
 * deploy, and of an update that replaces the instance. A sample; all of them with {@code
 * -Dallinone.failures=all}, other samples with {@code -Dallinone.seed=N}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolledBackIT {
  private static final int SAMPLE = 3;
  private static final long SEED = Long.getLong("allinone.seed", 5);

  @TempDir static Path folder;
  private static Deployment cloud;
  private static OwnerWatch owners;
  private static EngineStack stack;
  private static Variants variants;

  @BeforeAll
  static void start() {
    cloud = Deployment.start(folder);
    owners = new OwnerWatch(cloud.local().front().calls());
    cloud.local().front().intercept(owners);
    stack = new EngineStack(cloud);
    variants =
        new Variants(new Blueprints(folder))
            .plan("base", Map.of())
            .plan("type", Map.of("machine.type", "t4g.medium"));
  }

  @AfterAll
  static void end() {
    if (stack != null) {
      variants.close();
      stack.close();
    }
    if (cloud != null) {
      cloud.close();
    }
  }

  @Test
  @Order(1)
  void aFirstDeployThatFailsLeavesNothingThatCosts() {
    Assembly base = variants.take("base");
    List<String> names = new ArrayList<>();
    base.template().get("Resources").fieldNames().forEachRemaining(names::add);
    for (OneFailure.At at : sample(names)) {
      stack.failure().at(at.logicalId(), at.done());
      assertThat(stack.deploy(base)).as("%s", at).isEqualTo("ROLLBACK_COMPLETE");
      assertThat(stack.failure().happened()).as("%s", at).isTrue();
      assertThat(volumes()).as("%s", at).isEmpty();
      assertThat(alive()).as("%s", at).isEmpty();
      assertThat(stack.delete()).as("%s", at).isEqualTo("DELETE_COMPLETE");
    }
  }

  @Test
  @Order(2)
  void anUpdateThatFailsGivesTheOldInstanceTheVolumeBack() {
    assertThat(stack.deploy(variants.take("base"))).isEqualTo("CREATE_COMPLETE");
    Assembly type = variants.take("type");
    for (OneFailure.At at : sample(stack.toChange(type))) {
      String instance = stack.only("AWS::EC2::Instance");
      String volume = stack.only("AWS::EC2::Volume");
      stack.failure().at(at.logicalId(), at.done());
      String status = stack.deploy(type);
      if (stack.failure().happened()) {
        assertThat(status).as("%s", at).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        isAsBefore(instance, volume);
      } else {
        neverChanged(at.logicalId(), status);
      }
    }
  }

  @Test
  @Order(3)
  void aNewInstanceThatNeverGetsHealthyRollsBack() {
    String instance = stack.only("AWS::EC2::Instance");
    String volume = stack.only("AWS::EC2::Volume");
    cloud.local().instances().machines().healthy(instance::equals);
    assertThat(stack.deploy(variants.take("type"))).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(stack.failures()).anyMatch(line -> line.startsWith("HealthGate"));
    isAsBefore(instance, volume);
    cloud.local().instances().machines().healthy(id -> true);
  }

  @Test
  @Order(4)
  void withTheOwnerRuleANewInstanceWaitsForTheVolume() {
    String volume = stack.only("AWS::EC2::Volume");
    beforeTheOwnerChanges("waits, touching nothing");
    assertThat(stack.deploy(variants.take("type"))).isEqualTo("UPDATE_COMPLETE");
    assertThat(holders(volume).faults()).isEmpty();
  }

  @Test
  @Order(5)
  void withoutTheOwnerRuleTheCheckOfHoldersTurnsRed() {
    String volume = stack.only("AWS::EC2::Volume");
    AlwaysOwner always = new AlwaysOwner(cloud.local().instances().sessions());
    cloud.local().front().intercept(always);
    try {
      beforeTheOwnerChanges("ended with status 0");
      stack.deploy(variants.take("base"));
    } finally {
      cloud.local().front().release(always);
    }
    assertThat(holders(volume).faults()).anyMatch(fault -> fault.contains("and the owner was"));
  }

  /** A change that is known only by values of the update itself may turn out to be none. */
  private static void neverChanged(String logicalId, String status) {
    assertThat(status).as(logicalId).isEqualTo("UPDATE_COMPLETE");
    assertThat(stack.touched()).as("changed by the update").doesNotContain(logicalId).isNotEmpty();
    stack.failure().forget();
    assertThat(stack.deploy(variants.take("base"))).isEqualTo("UPDATE_COMPLETE");
  }

  /** Lets the new instance boot as far as it gets before its stack makes it the owner. */
  private static void beforeTheOwnerChanges(String said) {
    String old = stack.only("AWS::EC2::Instance");
    stack
        .failure()
        .before(
            "Owner",
            () ->
                eventually(
                    said,
                    () ->
                        alive().stream()
                            .filter(id -> !id.equals(old))
                            .anyMatch(id -> journal(id).contains(said))));
  }

  private static void isAsBefore(String instance, String volume) {
    assertThat(stack.only("AWS::EC2::Instance")).isEqualTo(instance);
    assertThat(stack.only("AWS::EC2::Volume")).isEqualTo(volume);
    assertThat(owners.changes()).last().extracting(OwnerWatch.Change::instance).isEqualTo(instance);
    String[] schedule =
        stack.named("OpeningHoursStart1").physicalId().orElseThrow().split("[|/]", -1);
    cloud.local().instances().ticks().tick(group(), schedule[schedule.length - 1]);
    eventually("the old instance serves", () -> serves(instance));
    assertThat(alive()).containsExactly(instance);
    assertThat(holders(volume).faults()).isEmpty();
  }

  private static String group() {
    String[] id = stack.named("OpeningHoursStarts").physicalId().orElseThrow().split("/", -1);
    return id[id.length - 1];
  }

  private static boolean serves(String instance) {
    return cloud.local().instances().machines().serves(instance);
  }

  private static String journal(String instance) {
    return String.join("\n", cloud.local().instances().machines().journal(instance));
  }

  private static Holders holders(String volume) {
    return Holders.of(volume, cloud.local().front().calls().all(), owners.changes());
  }

  private static List<OneFailure.At> sample(List<String> names) {
    List<OneFailure.At> all = new ArrayList<>();
    names.forEach(
        name -> {
          all.add(new OneFailure.At(name, false));
          all.add(new OneFailure.At(name, true));
        });
    if (System.getProperty("allinone.failures", "").equals("all")) {
      return all;
    }
    Collections.shuffle(all, new Random(SEED));
    List<OneFailure.At> sample = all.subList(0, SAMPLE);
    System.out.printf("seed %d: fails at %s%n", SEED, sample);
    return sample;
  }

  /** Every instance that is not terminated, and every Spot request that could start one. */
  private static List<String> alive() {
    try (Ec2Client ec2 = cloud.client(Ec2Client.builder())) {
      List<String> alive = new ArrayList<>();
      ec2.describeInstances().reservations().stream()
          .flatMap(reservation -> reservation.instances().stream())
          .filter(instance -> !instance.state().nameAsString().equals("terminated"))
          .forEach(instance -> alive.add(instance.instanceId()));
      ec2.describeSpotInstanceRequests().spotInstanceRequests().stream()
          .filter(request -> Set.of("open", "active", "disabled").contains(request.stateAsString()))
          .filter(request -> !alive.contains(request.instanceId()))
          .forEach(request -> alive.add(request.spotInstanceRequestId()));
      return alive;
    }
  }

  private static List<String> volumes() {
    try (Ec2Client ec2 = cloud.client(Ec2Client.builder())) {
      return ec2.describeVolumes().volumes().stream().map(Volume::volumeId).toList();
    }
  }
}
