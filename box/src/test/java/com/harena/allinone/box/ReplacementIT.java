package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

@ExtendWith(WorldExtension.class)
class ReplacementIT {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private String second = "";

  @AfterEach
  void terminate(World world) {
    if (!second.isEmpty()) {
      world.terminate(second);
    }
  }

  @Test
  void theVolumeGoesToTheNewOwnerAndBackWithAllThatIsOnIt(World world) {
    Serving serving = world.serving();
    String first = serving.instance();
    new Stores(world.box(first)).fill();
    String kept = new Stores(world.box(first)).found();

    second = world.launch(serving.volume());
    says(world, second, "touching nothing");
    assertThat(world.box(first).status(8001, "/health")).isEqualTo(200);
    assertThat(mounted(world, second)).isFalse();

    world.deployment().own(second);
    world.serves(second);
    assertThat(world.state(first)).isEqualTo(InstanceStateName.STOPPED);
    assertThat(new Stores(world.box(second)).found()).isEqualTo(kept);

    world.start(first);
    says(world, first, "touching nothing");
    assertThat(mounted(world, first)).isFalse();
    assertThat(world.box(second).status(8001, "/health")).isEqualTo(200);

    // As after a rolled-back deployment.
    world.deployment().own(first);
    world.serves(first);
    assertThat(world.state(second)).isEqualTo(InstanceStateName.STOPPED);
    assertThat(new Stores(world.box(first)).found()).isEqualTo(kept);
    assertThat(world.boxes().faults()).as("never attached to two that run").isEmpty();
  }

  private static boolean mounted(World world, String instance) {
    return world.box(instance).execute("mountpoint", "-q", "/data").succeeded();
  }

  private static void says(World world, String instance, String words) {
    Box box = world.box(instance);
    Awaiting.until(words, LIMIT, () -> box.journal().contains(words), box::journal);
  }
}
