package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WorldExtension.class)
class VolumeIT {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration LATE = Duration.ofSeconds(60);

  private String instance = "";

  @AfterEach
  void terminate(World world) {}

  @Test
  void aVolumeWithAnUnknownFileSystemIsLeftAsItIs(World world) {
    String volume = world.volume(1);
    Programs.run("mkfs.ext4", "-q", "-O", "journal_dev", world.disks().file(volume).toString());
    String before = Programs.run("sha256sum", world.disks().file(volume).toString());
    instance = world.launch(volume);
    world.deployment().own(instance);

    says(world, instance, "nothing was written");
    assertThat(mounted(world, instance)).isFalse();
    assertThat(Programs.run("sha256sum", world.disks().file(volume).toString())).isEqualTo(before);
    if (!instance.isEmpty()) {
      world.terminate(instance);
    }
  }

  @Test
  void waitsForItsOwnVolumeBesideAnotherThatComesFirst(World world) {
    String own = world.volume(1);
    String other = world.volume(1);
    world.disks().attach(other);
    world.boxes().late(own, LATE);
    instance = world.launch(own);
    world
        .deployment()
        .ec2()
        .attachVolume(call -> call.volumeId(other).instanceId(instance).device("/dev/sdg"));
    world.deployment().own(instance);

    Box box = world.box(instance);
    Awaiting.until("the volume", LIMIT, () -> mounted(world, instance), box::journal);
    assertThat(box.shell("findmnt --noheadings --output SOURCE /data").strip())
        .isEqualTo(world.disks().attach(own));
    assertThat(
            box.shell("blkid -o value -s TYPE %s || true".formatted(world.disks().attach(other))))
        .isBlank();
  }

  private static boolean mounted(World world, String instance) {
    return world.box(instance).execute("mountpoint", "-q", "/data").succeeded();
  }

  private static void says(World world, String instance, String words) {
    Box box = world.box(instance);
    Awaiting.until(words, LIMIT, () -> box.journal().contains(words), box::journal);
  }
}
