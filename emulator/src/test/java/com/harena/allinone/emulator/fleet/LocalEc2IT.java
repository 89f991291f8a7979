package com.harena.allinone.emulator.fleet;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.machine.LocalWorld;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.Tag;

class LocalEc2IT {
  @TempDir static Path folder;
  private static LocalWorld world;
  private static Ec2Client ec2;
  private static LocalLaunches launches;

  @BeforeAll
  static void start() {
    world = LocalWorld.start(folder, 50);
    ec2 = world.ec2();
    launches = new LocalLaunches(world);
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void statesTakeTheirTime() {
    String id = launches.launch(false);
    assertThat(world.state(id)).isEqualTo("pending");
    eventually("running", () -> world.state(id).equals("running"));
    ec2.stopInstances(call -> call.instanceIds(id));
    assertThat(world.state(id)).isEqualTo("stopping");
    assertRefused("IncorrectInstanceState", () -> ec2.startInstances(c -> c.instanceIds(id)));
    eventually("stopped", () -> world.state(id).equals("stopped"));
    ec2.startInstances(call -> call.instanceIds(id));
    assertThat(world.state(id)).isEqualTo("pending");
    ec2.terminateInstances(call -> call.instanceIds(id));
    assertThat(world.state(id)).isEqualTo("shutting-down");
    eventually("terminated", () -> world.state(id).equals("terminated"));
    assertRefused("IncorrectInstanceState", () -> ec2.stopInstances(c -> c.instanceIds(id)));
  }

  @Test
  void aVolumeIsOnOneInstanceAtATime() {
    String first = launches.running(false);
    String second = launches.running(false);
    String volume = launches.volume();
    ec2.attachVolume(c -> c.volumeId(volume).instanceId(first).device("/dev/sdf"));
    assertRefused(
        "VolumeInUse",
        () -> ec2.attachVolume(c -> c.volumeId(volume).instanceId(second).device("/dev/sdf")));
    assertRefused("VolumeInUse", () -> ec2.deleteVolume(c -> c.volumeId(volume)));
    eventually("attached", () -> launches.attachment(volume).equals("attached"));

    ec2.detachVolume(c -> c.volumeId(volume).instanceId(first));
    assertThat(launches.attachment(volume)).isEqualTo("busy");
    ec2.stopInstances(c -> c.instanceIds(first));
    eventually("free", () -> launches.attachment(volume).equals("none"));
    ec2.attachVolume(c -> c.volumeId(volume).instanceId(second).device("/dev/sdf"));
    ec2.terminateInstances(c -> c.instanceIds(first, second));
    eventually("free again", () -> launches.attachment(volume).equals("none"));
    ec2.deleteVolume(c -> c.volumeId(volume));
  }

  @Test
  void theRootVolumeEndsWithItsInstanceAndTheDataVolumeStays() {
    String id = launches.running(false);
    String data = launches.volume();
    ec2.attachVolume(c -> c.volumeId(data).instanceId(id).device("/dev/sdf"));
    String root =
        world.instance(id).blockDeviceMappings().stream()
            .filter(device -> !device.ebs().volumeId().equals(data))
            .findFirst()
            .orElseThrow()
            .ebs()
            .volumeId();
    ec2.terminateInstances(c -> c.instanceIds(id));
    eventually("terminated", () -> world.state(id).equals("terminated"));
    assertRefused("InvalidVolume.NotFound", () -> ec2.describeVolumes(c -> c.volumeIds(root)));
    assertThat(launches.attachment(data)).isEqualTo("none");
  }

  @Test
  void aPersistentRequestLaunchesAZombieWithoutTagsUntilItIsCancelled() {
    String id = launches.running(true);
    Instance instance = world.instance(id);
    assertThat(instance.instanceLifecycleAsString()).isEqualTo("spot");
    SpotInstanceRequest request = launches.request(id);
    assertThat(request.spotInstanceRequestId()).isEqualTo(instance.spotInstanceRequestId());
    assertThat(request.tags()).contains(Tag.builder().key("suffix").value("1a2b").build());

    ec2.terminateInstances(c -> c.instanceIds(id));
    eventually("a zombie", () -> launches.launchedBy(request).size() == 1);
    Instance zombie = launches.launchedBy(request).get(0);
    assertThat(zombie.instanceId()).isNotEqualTo(id);
    assertThat(zombie.tags()).isEmpty();

    ec2.cancelSpotInstanceRequests(c -> c.spotInstanceRequestIds(request.spotInstanceRequestId()));
    ec2.terminateInstances(c -> c.instanceIds(zombie.instanceId()));
    eventually("terminated", () -> world.state(zombie.instanceId()).equals("terminated"));
    assertThat(world.instances().ec2().living()).doesNotContain(zombie.instanceId());
    eventually(
        "the end",
        () -> launches.requestById(request).status().code().equals("instance-terminated-by-user"));
    assertThat(launches.launchedBy(request)).isEmpty();
  }

  @Test
  void aCancelledRequestLaunchesNothing() throws InterruptedException {
    String id = launches.running(true);
    SpotInstanceRequest request = launches.request(id);
    ec2.cancelSpotInstanceRequests(c -> c.spotInstanceRequestIds(request.spotInstanceRequestId()));
    assertThat(world.state(id)).isEqualTo("running");
    ec2.terminateInstances(c -> c.instanceIds(id));
    eventually("terminated", () -> world.state(id).equals("terminated"));
    Thread.sleep(3 * new Pace(50).millis(Pace.RELAUNCH));
    assertThat(launches.launchedBy(request)).isEmpty();
  }

  @Test
  void aStoppedSpotInstanceStartsOnlyOnceItsRequestIsDisabled() {
    String id = launches.running(true);
    ec2.stopInstances(c -> c.instanceIds(id));
    eventually("stopped", () -> world.state(id).equals("stopped"));
    assertRefused("IncorrectSpotRequestState", () -> ec2.startInstances(c -> c.instanceIds(id)));
    eventually("disabled", () -> launches.request(id).stateAsString().equals("disabled"));
    assertThat(launches.request(id).status().code()).isEqualTo("instance-stopped-by-user");
    assertRefused(
        "IncorrectSpotRequestState",
        () ->
            ec2.modifyInstanceAttribute(
                c -> c.instanceId(id).instanceType(type -> type.value("t4g.medium"))));
    ec2.startInstances(c -> c.instanceIds(id));
    assertThat(launches.request(id).stateAsString()).isEqualTo("active");
    ec2.stopInstances(c -> c.instanceIds(id));
    eventually("disabled again", () -> launches.request(id).stateAsString().equals("disabled"));
    ec2.cancelSpotInstanceRequests(
        c -> c.spotInstanceRequestIds(launches.request(id).spotInstanceRequestId()));
    eventually("ended with it", () -> world.state(id).equals("terminated"));
  }

  @Test
  void anImageOrAFilterThatIsNotKnownIsRefusedByName() {
    assertRefused(
        "InvalidAMIID.NotFound",
        () -> ec2.runInstances(c -> c.imageId("ami-0badbad0").minCount(1).maxCount(1)));
    assertThatThrownBy(
            () -> ec2.describeInstances(c -> c.filters(launches.filter("hypervisor", "xen"))))
        .hasMessageContaining("hypervisor");
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Ec2Exception.class, e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
  }
}
