package com.harena.allinone.host.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.cloud.MemoryCloud;
import com.harena.allinone.host.cloud.MemoryEc2;
import com.harena.allinone.host.cloud.MemoryParameters;
import com.harena.allinone.host.timing.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules and Spot start the old instance again, whenever they like. */
class OldInstanceTest {
  private static final String OLD = "i-0000000000000000a";
  private static final String NEW = "i-0000000000000000b";
  private static final String VOLUME = "vol-0000000000000000d";
  private static final String OWNER = "/allinone/harena-production/owner";

  private final VirtualTime time = new VirtualTime();
  private final MemoryCloud cloud = new MemoryCloud(time, () -> Duration.ofSeconds(20));
  private Runnable world = () -> {};

  @BeforeEach
  void theOldOneHoldsTheVolumeOfTheNewOne() {
    cloud.addInstance(OLD);
    cloud.addInstance(NEW);
    cloud.addVolume(VOLUME).attachedTo(OLD);
    own(NEW);
  }

  @Test
  void startedAgainDuringTheTakeoverItIsStoppedOnceMoreAndNeverMounts() {
    boolean[] again = {false};
    world =
        () -> {
          if (!again[0] && cloud.instance(OLD).state() == InstanceState.STOPPED) {
            again[0] = true;
            cloud.start(OLD);
          }
        };

    run(NEW);

    assertThat(cloud.count("stop")).isEqualTo(2);
    assertThat(cloud.volume(VOLUME).holder()).contains(NEW);
    assertThat(cloud.violations()).isEmpty();
  }

  @Test
  void startedAgainAfterTheTakeoverItWaitsAndTheNewOneIsLeftAlone() {
    run(NEW);
    long calls = cloud.calls().size();
    cloud.start(OLD);
    world = () -> stopWaitingAfter(Duration.ofHours(10));

    assertThat(runsOut(OLD)).isTrue();

    assertThat(cloud.calls()).hasSize((int) calls);
    assertThat(cloud.instance(NEW).state()).isEqualTo(InstanceState.RUNNING);
    assertThat(cloud.volume(VOLUME).holder()).contains(NEW);
  }

  @Test
  void afterARolledBackUpdateItTakesTheVolumeBackAtItsNextStart() {
    run(NEW);
    own(OLD);
    cloud.start(OLD);

    run(OLD);

    assertThat(cloud.volume(VOLUME).holder()).contains(OLD);
    assertThat(cloud.instance(NEW).state()).isEqualTo(InstanceState.STOPPED);
  }

  @Test
  void afterARolledBackUpdateItTakesTheVolumeOfANewOneThatIsTerminated() {
    run(NEW);
    own(OLD);
    cloud.terminate(NEW);
    cloud.start(OLD);

    run(OLD);

    assertThat(cloud.volume(VOLUME).holder()).contains(OLD);
    assertThat(cloud.calls())
        .filteredOn(call -> call.caller().equals(OLD))
        .extracting(MemoryCloud.Noted::verb)
        .containsExactly("attach");
  }

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void stopWaitingAfter(Duration duration) {
    if (time.seconds() > duration.toSeconds()) {
      throw new Enough();
    }
  }

  private boolean runsOut(String self) {
    try {
      run(self);
      return false;
    } catch (Enough e) {
      return true;
    }
  }

  private void run(String self) {
    MemoryEc2 ec2 = new MemoryEc2(cloud, self, () -> world.run());
    Ownership ownership =
        new Ownership(
            OWNER, self, new MemoryParameters(cloud, () -> world.run()), time, line -> {});
    new Takeover(
            ownership,
            ec2.instances(),
            ec2.volumes(),
            VOLUME,
            MemoryCloud.DEPLOYMENT,
            time,
            line -> {})
        .run();
  }

  private void own(String instance) {
    cloud.parameter(OWNER, "{\"instance\":\"%s\",\"signal\":\"none\"}".formatted(instance));
  }
}
