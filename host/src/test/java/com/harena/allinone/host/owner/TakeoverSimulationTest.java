package com.harena.allinone.host.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.cloud.MemoryCloud;
import com.harena.allinone.host.cloud.MemoryEc2;
import com.harena.allinone.host.cloud.MemoryParameters;
import com.harena.allinone.host.timing.Turns;
import com.harena.allinone.host.timing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Two machines, schedules and Spot interruptions against each other, in thousands of random orders.
 * For an hour the owner changes, ticks start and stop either machine, AWS throttles; then one owner
 * remains, while start ticks go on for both. At no time do two have the volume, nobody but the
 * owner stops a machine, and in the end the owner has the volume and nobody stops anybody any more.
 *
 * <p>The system property {@code allinone.schedules} sets how many orders are tried.
 */
class TakeoverSimulationTest {
  private static final String OLD = "i-0000000000000000a";
  private static final String NEW = "i-0000000000000000b";
  private static final String VOLUME = "vol-0000000000000000d";
  private static final String OWNER = "/allinone/harena-production/owner";
  private static final Instant QUIET = VirtualTime.BEGIN.plus(Duration.ofHours(1));
  private static final Instant END = QUIET.plus(Duration.ofMinutes(40));

  /** Between reading the parameter and the call that follows lies one call to AWS. */
  private static final Duration READ_TO_CALL = Duration.ofSeconds(2);

  @Test
  void neverTwoHoldersNeverAStopByAnotherAndTheOwnerEndsWithTheVolume() {
    int schedules = Integer.getInteger("allinone.schedules", 1000);
    long stops = 0;
    long mounts = 0;
    for (long seed = 0; seed < schedules; seed++) {
      Play play = new Play(seed);
      play.run();
      stops += play.cloud.count("stop");
      mounts += play.mounts;
    }
    assertThat(stops).as("takeovers that stopped a holder").isGreaterThan(schedules / 2);
    assertThat(mounts).as("mounts").isGreaterThan(schedules);
    System.out.printf(
        "%d schedules: %d stops by owners, %d mounts, no violation%n", schedules, stops, mounts);
  }

  private static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PowerCut() {
      super("off", null, false, false);
    }
  }

  private static final class Play {
    private final long seed;
    private final Turns turns;
    private final MemoryCloud cloud;
    private final TreeMap<Instant, String> owners = new TreeMap<>();
    private long mounts;
    private Instant mounted = VirtualTime.BEGIN;

    private Play(long seed) {
      this.seed = seed;
      turns = new Turns(seed);
      cloud = new MemoryCloud(turns.clock(), () -> turns.seconds(1, 90));
    }

    private void run() {
      cloud.addInstance(OLD);
      cloud.addInstance(NEW).in(InstanceState.STOPPED);
      cloud.addVolume(VOLUME);
      own(VirtualTime.BEGIN, OLD);
      turns.add(actor -> machine(actor, OLD));
      turns.add(actor -> machine(actor, NEW));
      turns.add(this::world);
      turns.playUntil(END);
      String owner = owners.lastEntry().getValue();
      String play = "seed %d: %s".formatted(seed, cloud.calls());
      assertThat(cloud.violations()).as(play).isEmpty();
      assertThat(mounted).as(play).isBefore(QUIET.plus(Duration.ofMinutes(30)));
      assertThat(cloud.volume(VOLUME).mountedBy()).as(play).contains(owner);
      assertThat(cloud.calls())
          .as(play)
          .filteredOn(call -> call.verb().equals("stop"))
          .allSatisfy(this::wasAskedForByTheOwner)
          .filteredOn(call -> call.at().isAfter(mounted))
          .isEmpty();
    }

    private void wasAskedForByTheOwner(MemoryCloud.Noted stop) {
      List<String> then =
          List.copyOf(owners.subMap(stop.at().minus(READ_TO_CALL), true, stop.at(), true).values());
      assertThat(stop.caller())
          .matches(
              caller ->
                  then.contains(caller)
                      || owners
                          .floorEntry(stop.at().minus(READ_TO_CALL))
                          .getValue()
                          .equals(caller));
      assertThat(stop.subject()).isNotEqualTo(stop.caller());
    }

    private void own(Instant now, String instance) {
      owners.put(now, instance);
      cloud.parameter(OWNER, "{\"instance\":\"%s\",\"signal\":\"none\"}".formatted(instance));
    }

    private void world(Turns.Actor actor) {
      while (actor.now().isBefore(QUIET)) {
        actor.pause(turns.seconds(5, 240));
        String instance = turns.chance(0.5) ? OLD : NEW;
        if (turns.chance(0.3)) {
          own(actor.now(), instance);
        } else if (turns.chance(0.75)) {
          cloud.start(instance);
        } else {
          cloud.powerOff(instance);
        }
      }
      while (true) {
        cloud.start(OLD);
        cloud.start(NEW);
        actor.pause(Duration.ofMinutes(5));
      }
    }

    private void machine(Turns.Actor actor, String self) {
      while (true) {
        actor.pause(Duration.ofSeconds(10));
        if (cloud.instance(self).state() == InstanceState.RUNNING) {
          actor.pause(turns.seconds(1, 50));
          bootOrBeCut(actor, self);
        }
      }
    }

    private void bootOrBeCut(Turns.Actor actor, String self) {
      int life = cloud.instance(self).starts();
      try {
        boot(actor, self, life);
      } catch (PowerCut | TakeoverFailed e) {
        return;
      }
    }

    private void boot(Turns.Actor actor, String self, int life) {
      MemoryEc2 ec2 = new MemoryEc2(cloud, self, () -> call(actor, self, life));
      Ownership ownership =
          new Ownership(
              OWNER,
              self,
              new MemoryParameters(cloud, () -> call(actor, self, life)),
              actor,
              line -> {});
      new Takeover(
              ownership,
              ec2.instances(),
              ec2.volumes(),
              VOLUME,
              MemoryCloud.DEPLOYMENT,
              actor,
              line -> {})
          .run();
      actor.pause(turns.latency());
      living(self, life);
      cloud.mount(VOLUME, self);
      mounts++;
      mounted = actor.now();
      while (true) {
        actor.pause(Duration.ofSeconds(30));
        living(self, life);
      }
    }

    private void call(Turns.Actor actor, String self, int life) {
      actor.pause(turns.latency());
      living(self, life);
      if (turns.chance(0.05)) {
        throw new CloudFailure("call", "RequestLimitExceeded", "slow down", true);
      }
    }

    private void living(String self, int life) {
      InstanceState state = cloud.instance(self).state();
      if (cloud.instance(self).starts() != life
          || state.off()
          || (state != InstanceState.RUNNING && turns.chance(0.5))) {
        throw new PowerCut();
      }
    }
  }
}
