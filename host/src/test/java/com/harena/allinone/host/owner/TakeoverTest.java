package com.harena.allinone.host.owner;

import static com.harena.allinone.host.cloud.MemoryCloud.DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.cloud.MemoryCloud;
import com.harena.allinone.host.cloud.MemoryEc2;
import com.harena.allinone.host.cloud.MemoryParameters;
import com.harena.allinone.host.cloud.VolumeState;
import com.harena.allinone.host.timing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakeoverTest {
  private static final String OLD = "i-0000000000000000a";
  private static final String NEW = "i-0000000000000000b";
  private static final String VOLUME = "vol-0000000000000000d";
  private static final String OWNER = "/allinone/harena-production/owner";

  private final VirtualTime time = new VirtualTime();
  private final MemoryCloud cloud = new MemoryCloud(time, () -> Duration.ofSeconds(20));
  private final List<String> journal = new ArrayList<>();

  @BeforeEach
  void twoInstancesAndAVolume() {
    cloud.addInstance(OLD);
    cloud.addInstance(NEW);
    cloud.addVolume(VOLUME);
    owner(NEW);
  }

  @Test
  void attachesAFreeVolume() {
    takeover(NEW).run();

    assertThat(cloud.volume(VOLUME).holder()).contains(NEW);
    assertThat(verbs()).containsExactly("attach");
  }

  @Test
  void leavesAVolumeThatIsItsOwnAlone() {
    cloud.volume(VOLUME).attachedTo(NEW);

    takeover(NEW).run();

    assertThat(cloud.calls()).isEmpty();
  }

  @Test
  void stopsTheHolderThenDetachesThenAttaches() {
    cloud.volume(VOLUME).attachedTo(OLD);
    cloud.mount(VOLUME, OLD);

    takeover(NEW).run();

    assertThat(verbs()).containsExactly("stop", "detach", "attach");
    assertThat(cloud.instance(OLD).state()).isEqualTo(InstanceState.STOPPED);
    assertThat(cloud.volume(VOLUME).holder()).contains(NEW);
    assertThat(cloud.violations()).isEmpty();
  }

  @Test
  void waitsForAHolderThatIsGoingOffAlready() {
    cloud.volume(VOLUME).attachedTo(OLD);
    cloud.powerOff(OLD);

    takeover(NEW).run();

    assertThat(verbs()).containsExactly("detach", "attach");
  }

  @Test
  void waitsForAHolderThatIsBeingTerminated() {
    cloud.volume(VOLUME).attachedTo(OLD);
    cloud.terminate(OLD);

    takeover(NEW).run();

    assertThat(verbs()).containsExactly("attach");
    assertThat(cloud.instance(OLD).state()).isEqualTo(InstanceState.TERMINATED);
  }

  @Test
  void anInstanceThatIsNotTheOwnerTouchesNothingUntilItIs() {
    cloud.volume(VOLUME).attachedTo(OLD);
    owner(OLD);
    later(Duration.ofHours(9), () -> owner(NEW));

    takeover(NEW).run();

    assertThat(cloud.calls())
        .allSatisfy(
            call ->
                assertThat(call.at()).isAfterOrEqualTo(VirtualTime.BEGIN.plusSeconds(9 * 3600)));
    assertThat(journal)
        .filteredOn(line -> line.contains("waits"))
        .hasSize(1)
        .first()
        .asString()
        .contains(OLD, NEW, "touching nothing");
  }

  @Test
  void waitsWhileTheOwnerIsMissingOrMalformedAndSaysWhich() {
    cloud.parameter(OWNER, "not json");
    later(Duration.ofMinutes(1), () -> cloud.parameter(OWNER, "{\"instance\":\"me\"}"));
    later(Duration.ofMinutes(2), () -> owner(NEW));

    takeover(NEW).run();

    assertThat(String.join("\n", journal)).contains("not JSON", "'signal'");
    assertThat(verbs()).containsExactly("attach");
  }

  @Test
  void losingTheVolumeOnTheWayEndsTheTakeoverThere() {
    cloud.volume(VOLUME).attachedTo(OLD);
    later(Duration.ofSeconds(5), () -> owner(OLD));
    later(Duration.ofMinutes(30), () -> owner(NEW));

    takeover(NEW).run();

    assertThat(cloud.calls())
        .filteredOn(call -> call.at().isAfter(VirtualTime.BEGIN.plusSeconds(5)))
        .allSatisfy(
            call -> assertThat(call.at()).isAfterOrEqualTo(VirtualTime.BEGIN.plusSeconds(1800)));
  }

  @Test
  void refusesToStopAnInstanceOfSomeoneElse() {
    cloud.instance(OLD).untagged();
    cloud.volume(VOLUME).attachedTo(OLD);

    assertThatThrownBy(() -> takeover(NEW).run())
        .isInstanceOf(TakeoverFailed.class)
        .hasMessageContaining(OLD)
        .hasMessageContaining("allinone:deployment is absent, not harena-production");
    assertThat(cloud.calls()).isEmpty();
  }

  @Test
  void refusesAVolumeOfAnotherZone() {
    cloud.volume(VOLUME).inZone("eu-west-1b");

    assertThatThrownBy(() -> takeover(NEW).run())
        .isInstanceOf(TakeoverFailed.class)
        .hasMessageContaining("eu-west-1b")
        .hasMessageContaining("eu-west-1a");
    assertThat(cloud.calls()).isEmpty();
  }

  @Test
  void refusesALostVolume() {
    cloud.volume(VOLUME).in(VolumeState.LOST);

    assertThatThrownBy(() -> takeover(NEW).run())
        .hasMessageContaining("restore it from a snapshot");
  }

  @Test
  void givesUpOnAHolderThatEc2DoesNotDescribe() {
    cloud.volume(VOLUME).attachedTo("i-0000000000000000c");

    assertThatThrownBy(() -> takeover(NEW).run())
        .isInstanceOf(TakeoverFailed.class)
        .hasMessageContaining("nothing changed for 10 minutes")
        .hasMessageContaining("i-0000000000000000c, which EC2 does not describe");
    assertThat(cloud.calls()).isEmpty();
  }

  @Test
  void looksAgainAfterThrottling() {
    cloud.volume(VOLUME).attachedTo(OLD);
    Random random = new Random(7);

    takeover(
            NEW,
            () -> {
              if (random.nextInt(3) != 0) {
                throw new CloudFailure("call", "RequestLimitExceeded", "slow down", true);
              }
            })
        .run();

    assertThat(cloud.volume(VOLUME).holder()).contains(NEW);
  }

  @Test
  void endsAtOnceWhenItMayNot() {
    assertThatThrownBy(
            () ->
                takeover(
                        NEW,
                        () -> {
                          throw new CloudFailure("x", "UnauthorizedOperation", "no", false);
                        })
                    .run())
        .isInstanceOf(CloudFailure.class);
    assertThat(time.seconds()).isLessThan(60);
  }

  private final List<Later> events = new ArrayList<>();

  private record Later(long second, Runnable event) {}

  private void later(Duration when, Runnable event) {
    events.add(new Later(when.toSeconds(), event));
  }

  private void happen() {
    time.pause(Duration.ofMillis(100));
    List<Later> due = events.stream().filter(event -> event.second() <= time.seconds()).toList();
    events.removeAll(due);
    due.forEach(event -> event.event().run());
  }

  private Takeover takeover(String self) {
    return takeover(self, () -> {});
  }

  private Takeover takeover(String self, Runnable ec2Gate) {
    MemoryEc2 ec2 = new MemoryEc2(cloud, self, ec2Gate);
    Ownership ownership =
        new Ownership(OWNER, self, new MemoryParameters(cloud, this::happen), time, journal::add);
    return new Takeover(
        ownership, ec2.instances(), ec2.volumes(), VOLUME, DEPLOYMENT, time, journal::add);
  }

  private void owner(String instance) {
    cloud.parameter(OWNER, "{\"instance\":\"%s\",\"signal\":\"none\"}".formatted(instance));
  }

  private List<String> verbs() {
    return cloud.calls().stream().map(MemoryCloud.Noted::verb).toList();
  }
}
