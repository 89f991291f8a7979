package com.harena.allinone.host.volume;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Patience;
import com.harena.allinone.host.timing.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Brings the attached data volume to its folder, whatever device name it got this time. */
public final class DataVolume {
  /** Where the volume is mounted. */
  public static final Path FOLDER = Path.of("/data");

  /** Tells the mounting unit which file system: {@code DATA_UUID=…}. */
  public static final Path UNIT_ENVIRONMENT = Path.of("/etc/allinone/data.env");

  /** The unit that mounts it; never enabled, so that only the owner's boot starts it. */
  public static final String UNIT = "allinone-data.service";

  private static final Patience DEVICE_PATIENCE =
      new Patience(Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(5));
  private static final Duration GROWTH_LIMIT = Duration.ofMinutes(30);

  private final Commands commands;
  private final HostFiles files;
  private final Timing timing;
  private final Journal journal;

  /** Works on this machine. */
  public DataVolume(Commands commands, HostFiles files, Timing timing, Journal journal) {
    this.commands = commands;
    this.files = files;
    this.timing = timing;
    this.journal = journal;
  }

  /**
   * Waits for the disk, makes its file system if it is blank, mounts it and grows it.
   *
   * @throws VolumeRefused if the disk holds anything but one ext4 file system
   */
  public void bring(String volumeId) {
    Path device = device(volumeId);
    String uuid = new Formatting(commands, files, journal).uuid(volumeId, device);
    mount(uuid, device);
    grow(device);
  }

  private Path device(String volumeId) {
    BlockDevices devices = new BlockDevices(commands);
    Optional<Path> found = devices.find(volumeId);
    if (found.isEmpty()) {
      journal.say("volume: waiting for the disk of %s to appear".formatted(volumeId));
      found = DEVICE_PATIENCE.await(timing, () -> devices.find(volumeId));
    }
    return found.orElseThrow(
        () ->
            new IllegalStateException(
                "no disk with serial %s appeared within %d minutes: volume %s is attached, but this machine does not see it"
                    .formatted(
                        volumeId.replace("-", ""), DEVICE_PATIENCE.total().toMinutes(), volumeId)));
  }

  private void mount(String uuid, Path device) {
    files.write(UNIT_ENVIRONMENT, "DATA_UUID=" + uuid + "\n", FileMode.PLAIN);
    Optional<String> mounted = mounted();
    if (mounted.isEmpty()) {
      commands.run("systemctl", "restart", UNIT);
      mounted = mounted();
      journal.say("volume: %s, UUID %s, mounted at %s".formatted(device, uuid, FOLDER));
    }
    if (!mounted.equals(Optional.of(uuid))) {
      throw new IllegalStateException(
          "%s is mounted from the file system %s, not from %s: unmount it, then start allinone.service again"
              .formatted(FOLDER, mounted.orElse("none"), uuid));
    }
  }

  private Optional<String> mounted() {
    CommandResult result =
        commands.attempt(
            Command.of(
                "findmnt", "--noheadings", "--output", "UUID", "--mountpoint", FOLDER.toString()));
    return result.succeeded() ? Optional.of(result.output().strip()) : Optional.empty();
  }

  private void grow(Path device) {
    CommandResult result =
        commands.attempt(Command.of("resize2fs", device.toString()).within(GROWTH_LIMIT));
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "cannot grow the file system on %s: %s"
              .formatted(device, result.errors().strip().replace('\n', ' ')));
    }
    if (!(result.output() + result.errors()).contains("Nothing to do")) {
      journal.say("volume: the file system on %s now fills it".formatted(device));
    }
  }
}
