package com.harena.allinone.emulator.fleet;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.machine.LocalWorld;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.Volume;

class LocalEc2IT {
  private static final String IMAGE =
      "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64";

  @TempDir static Path folder;
  private static LocalWorld world;
  private static Ec2Client ec2;

  @BeforeAll
  static void start() {
    world = LocalWorld.start(folder, 50);
    ec2 = world.ec2();
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void statesTakeTheirTime() {
    String id = launch(false);
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
    String first = running(false);
    String second = running(false);
    String volume = volume();
    ec2.attachVolume(c -> c.volumeId(volume).instanceId(first).device("/dev/sdf"));
    assertRefused(
        "VolumeInUse",
        () -> ec2.attachVolume(c -> c.volumeId(volume).instanceId(second).device("/dev/sdf")));
    assertRefused("VolumeInUse", () -> ec2.deleteVolume(c -> c.volumeId(volume)));
    eventually("attached", () -> attachment(volume).equals("attached"));

    ec2.detachVolume(c -> c.volumeId(volume).instanceId(first));
    assertThat(attachment(volume)).isEqualTo("busy");
    ec2.stopInstances(c -> c.instanceIds(first));
    eventually("free", () -> attachment(volume).equals("none"));
    ec2.attachVolume(c -> c.volumeId(volume).instanceId(second).device("/dev/sdf"));
    ec2.terminateInstances(c -> c.instanceIds(first, second));
    eventually("free again", () -> attachment(volume).equals("none"));
    ec2.deleteVolume(c -> c.volumeId(volume));
  }

  @Test
  void theRootVolumeEndsWithItsInstanceAndTheDataVolumeStays() {
    String id = running(false);
    String data = volume();
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
    assertThat(attachment(data)).isEqualTo("none");
  }

  @Test
  void aPersistentRequestLaunchesAZombieWithoutTagsUntilItIsCancelled() {
    String id = running(true);
    Instance instance = world.instance(id);
    assertThat(instance.instanceLifecycleAsString()).isEqualTo("spot");
    SpotInstanceRequest request = request(id);
    assertThat(request.spotInstanceRequestId()).isEqualTo(instance.spotInstanceRequestId());
    assertThat(request.tags()).contains(Tag.builder().key("suffix").value("1a2b").build());

    ec2.terminateInstances(c -> c.instanceIds(id));
    eventually("a zombie", () -> launchedBy(request).size() == 1);
    Instance zombie = launchedBy(request).get(0);
    assertThat(zombie.instanceId()).isNotEqualTo(id);
    assertThat(zombie.tags()).isEmpty();

    ec2.cancelSpotInstanceRequests(c -> c.spotInstanceRequestIds(request.spotInstanceRequestId()));
    ec2.terminateInstances(c -> c.instanceIds(zombie.instanceId()));
    eventually("terminated", () -> world.state(zombie.instanceId()).equals("terminated"));
    assertThat(world.instances().ec2().living()).doesNotContain(zombie.instanceId());
    eventually(
        "the end",
        () -> requestById(request).status().code().equals("instance-terminated-by-user"));
    assertThat(launchedBy(request)).isEmpty();
  }

  @Test
  void aCancelledRequestLaunchesNothing() throws InterruptedException {
    String id = running(true);
    SpotInstanceRequest request = request(id);
    ec2.cancelSpotInstanceRequests(c -> c.spotInstanceRequestIds(request.spotInstanceRequestId()));
    assertThat(world.state(id)).isEqualTo("running");
    ec2.terminateInstances(c -> c.instanceIds(id));
    eventually("terminated", () -> world.state(id).equals("terminated"));
    Thread.sleep(3 * new Pace(50).millis(Pace.RELAUNCH));
    assertThat(launchedBy(request)).isEmpty();
  }

  @Test
  void aStoppedSpotInstanceStartsOnlyOnceItsRequestIsDisabled() {
    String id = running(true);
    ec2.stopInstances(c -> c.instanceIds(id));
    eventually("stopped", () -> world.state(id).equals("stopped"));
    assertRefused("IncorrectSpotRequestState", () -> ec2.startInstances(c -> c.instanceIds(id)));
    eventually("disabled", () -> request(id).stateAsString().equals("disabled"));
    assertThat(request(id).status().code()).isEqualTo("instance-stopped-by-user");
    assertRefused(
        "IncorrectSpotRequestState",
        () ->
            ec2.modifyInstanceAttribute(
                c -> c.instanceId(id).instanceType(type -> type.value("t4g.medium"))));
    ec2.startInstances(c -> c.instanceIds(id));
    assertThat(request(id).stateAsString()).isEqualTo("active");
    ec2.stopInstances(c -> c.instanceIds(id));
    eventually("disabled again", () -> request(id).stateAsString().equals("disabled"));
    ec2.cancelSpotInstanceRequests(
        c -> c.spotInstanceRequestIds(request(id).spotInstanceRequestId()));
    eventually("ended with it", () -> world.state(id).equals("terminated"));
  }

  @Test
  void anImageOrAFilterThatIsNotKnownIsRefusedByName() {
    assertRefused(
        "InvalidAMIID.NotFound",
        () -> ec2.runInstances(c -> c.imageId("ami-0badbad0").minCount(1).maxCount(1)));
    assertThatThrownBy(() -> ec2.describeInstances(c -> c.filters(filter("hypervisor", "xen"))))
        .hasMessageContaining("hypervisor");
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Ec2Exception.class, e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  private static String running(boolean spot) {
    String id = launch(spot);
    eventually("running", () -> world.state(id).equals("running"));
    return id;
  }

  private static String launch(boolean spot) {
    return ec2.runInstances(
            call -> {
              call.imageId(IMAGE)
                  .minCount(1)
                  .maxCount(1)
                  .instanceType("t4g.small")
                  .placement(place -> place.availabilityZone("eu-west-1a"))
                  .blockDeviceMappings(
                      List.of(
                          software.amazon.awssdk.services.ec2.model.BlockDeviceMapping.builder()
                              .deviceName("/dev/xvda")
                              .ebs(
                                  disk ->
                                      disk.volumeSize(12)
                                          .volumeType("gp3")
                                          .deleteOnTermination(true))
                              .build()))
                  .tagSpecifications(
                      List.of(
                          specification(ResourceType.INSTANCE),
                          specification(ResourceType.SPOT_INSTANCES_REQUEST)));
              if (spot) {
                call.instanceMarketOptions(
                    market ->
                        market
                            .marketType("spot")
                            .spotOptions(
                                options ->
                                    options
                                        .spotInstanceType("persistent")
                                        .instanceInterruptionBehavior("stop")));
              }
            })
        .instances()
        .get(0)
        .instanceId();
  }

  private static TagSpecification specification(ResourceType type) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(Tag.builder().key("suffix").value("1a2b").build())
        .build();
  }

  private static String volume() {
    return ec2.createVolume(c -> c.availabilityZone("eu-west-1a").size(40).volumeType("gp3"))
        .volumeId();
  }

  private static String attachment(String volume) {
    Volume found = ec2.describeVolumes(c -> c.volumeIds(volume)).volumes().get(0);
    return found.attachments().isEmpty() ? "none" : found.attachments().get(0).stateAsString();
  }

  private static SpotInstanceRequest request(String instance) {
    return ec2.describeSpotInstanceRequests(c -> c.filters(filter("instance-id", instance)))
        .spotInstanceRequests()
        .get(0);
  }

  private static SpotInstanceRequest requestById(SpotInstanceRequest request) {
    return ec2.describeSpotInstanceRequests(
            c -> c.spotInstanceRequestIds(request.spotInstanceRequestId()))
        .spotInstanceRequests()
        .get(0);
  }

  private static List<Instance> launchedBy(SpotInstanceRequest request) {
    return ec2
        .describeInstances(
            c ->
                c.filters(
                    filter("spot-instance-request-id", request.spotInstanceRequestId()),
                    filter("instance-state-name", "pending", "running", "stopping", "stopped")))
        .reservations()
        .stream()
        .flatMap(reservation -> reservation.instances().stream())
        .toList();
  }

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }
}
