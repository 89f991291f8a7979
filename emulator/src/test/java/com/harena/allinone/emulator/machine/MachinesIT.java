package com.harena.allinone.emulator.machine;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.server.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ssm.SsmClient;

class MachinesIT {
  @TempDir static Path folder;
  private static LocalWorld world;
  private static LocalDeployment deployment;

  private final AtomicInteger signals = new AtomicInteger();

  @BeforeAll
  static void start() {
    world = LocalWorld.start(folder, 100);
    deployment = new LocalDeployment(world);
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  @BeforeEach
  void listen() {
    world.instances().machines().healthy(instance -> true);
    world
        .front()
        .page(
            "signal",
            call -> {
              signals.incrementAndGet();
              return Answer.of(200, "text/plain", "");
            });
  }

  @Test
  void anInstanceWhoseRoleDoesNotTrustEc2GetsNoCredentials() {
    try {
      String id = deployment.launchDistrusted(deployment.volume());
      eventually(
          "told",
          () ->
              String.join("\n", world.instances().machines().journal(id))
                  .contains(
                      "AssumeRoleUnauthorizedAccess: EC2 cannot assume the role instance-role"));
      assertThat(world.instances().machines().serves(id)).isFalse();
      assertThat(world.instances().machines().faults()).anyMatch(fault -> fault.startsWith(id));
    } finally {
      deployment.trust();
    }
  }

  @Test
  void anOwnerTakesTheVolumeFromTheOneBeforeItAndSignalsItsStack() {
    String volume = deployment.volume();
    String first = deployment.launch(volume);
    String second = deployment.launch(volume);
    deployment.own(first, world.front().page("signal").toString());
    serves(first);
    assertThat(deployment.holder(volume)).contains(first);
    assertThat(signals).hasValue(1);
    assertThat(journal(second)).contains("waits, touching nothing");

    deployment.own(second, world.front().page("signal").toString() + "?second");
    serves(second);
    assertThat(deployment.holder(volume)).contains(second);
    assertThat(world.state(first)).isEqualTo("stopped");
    assertThat(signals).hasValue(2);
    assertThat(journal(second)).doesNotContain("is blank");

    world.ec2().startInstances(call -> call.instanceIds(first));
    eventually("waiting again", () -> journal(first).endsWith("touching nothing"));
    assertThat(deployment.holder(volume)).contains(second);
    end(first, second);
  }

  @Test
  void theVolumeGoesWithTheOwnerThereAndBack() {
    String volume = deployment.volume();
    String first = deployment.launch(volume);
    deployment.own(first, "none");
    serves(first);
    String second = deployment.launch(volume);
    deployment.own(second, "none");
    serves(second);
    deployment.own(first, "none");
    eventually("stopped", () -> world.state(first).equals("stopped"));
    world.ec2().startInstances(call -> call.instanceIds(first));
    serves(first);
    assertThat(world.state(second)).isEqualTo("stopped");
    end(first, second);
  }

  @Test
  void anInstanceThatNeverGetsHealthyNeverSignals() {
    world.instances().machines().healthy(instance -> false);
    String volume = deployment.volume();
    String id = deployment.launch(volume);
    deployment.own(id, world.front().page("signal").toString());
    eventually("a failed boot", () -> journal(id).contains("is unhealthy"));
    assertThat(signals).hasValue(0);
    assertThat(world.instances().machines().serves(id)).isFalse();
    end(id);
  }

  @Test
  void aStoppedMachineIsOffAtOnce() throws InterruptedException {
    String volume = deployment.volume();
    String id = deployment.launch(volume);
    eventually("running", () -> world.state(id).equals("running"));
    world.ec2().stopInstances(call -> call.instanceIds(id));
    deployment.own(id, "none");
    Thread.sleep(500);
    assertThat(world.instances().machines().serves(id)).isFalse();
    assertThat(deployment.holder(volume)).isEmpty();
    end(id);
  }

  @Test
  void anInstanceMayDoWhatItsRoleAllowsAndNothingElse() {
    String volume = deployment.volume();
    String other = deployment.untagged();
    StaticCredentialsProvider role =
        StaticCredentialsProvider.create(
            world.instances().sessions().issue(deployment.role(), "i-1"));
    try (Ec2Client ec2 = world.client(Ec2Client.builder(), role);
        SsmClient ssm = world.client(SsmClient.builder(), role)) {
      assertThat(ec2.describeVolumes(call -> call.volumeIds(volume)).volumes()).hasSize(1);
      assertThatThrownBy(() -> ec2.stopInstances(call -> call.instanceIds(other)))
          .hasMessageContaining("not authorized to perform: ec2:StopInstances")
          .hasMessageContaining("assumed-role/" + LocalDeployment.ROLE + "/i-1");
      assertThatThrownBy(() -> ec2.deleteVolume(call -> call.volumeId(volume)))
          .hasMessageContaining("not authorized to perform: ec2:DeleteVolume");
      assertThatThrownBy(() -> ssm.getParameter(call -> call.name("/elsewhere")))
          .hasMessageContaining("not authorized to perform: ssm:GetParameter");
    }
    end(other);
  }

  @Test
  void whatARoleMayDoChangesWithItsPolicies() {
    StaticCredentialsProvider role =
        StaticCredentialsProvider.create(
            world.instances().sessions().issue(deployment.role(), "i-2"));
    try (Ec2Client ec2 = world.client(Ec2Client.builder(), role)) {
      String volume = deployment.volume();
      assertThatThrownBy(() -> ec2.deleteVolume(call -> call.volumeId(volume)))
          .hasMessageContaining("not authorized to perform: ec2:DeleteVolume");
      deployment.allow("ec2:DeleteVolume");
      ec2.deleteVolume(call -> call.volumeId(volume));
      deployment.disallow();
      assertThatThrownBy(() -> ec2.deleteVolume(call -> call.volumeId(volume)))
          .hasMessageContaining("not authorized to perform: ec2:DeleteVolume");
    }
  }

  private static void serves(String id) {
    try {
      eventually("serving", () -> world.instances().machines().serves(id));
    } catch (AssertionError e) {
      throw new AssertionError(journal(id) + world.instances().ec2().faults(), e);
    }
  }

  private static String journal(String id) {
    return String.join("\n", world.instances().machines().journal(id));
  }

  private static void end(String... ids) {
    world.ec2().terminateInstances(call -> call.instanceIds(List.of(ids)));
  }
}
