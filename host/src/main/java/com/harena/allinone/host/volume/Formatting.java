package com.harena.allinone.host.volume;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes the file system on a blank volume, and only there.
 *
 * <p>A power cut in the midst leaves a volume that is neither blank nor formatted. So the intent is
 * written to the root disk first and taken back before the volume is ever mounted; while it stands,
 * bytes in which nothing is recognised are our own half-made work. What is recognised is never
 * formatted, intent or not: another instance may have finished the work meanwhile.
 */
final class Formatting {
  private static final Path INTENT = Path.of("/var/lib/allinone/formatting");
  private static final String LABEL = "allinone-data";
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Commands commands;
  private final HostFiles files;
  private final Journal journal;
  private final Probe probe;

  Formatting(Commands commands, HostFiles files, Journal journal) {
    this.commands = commands;
    this.files = files;
    this.journal = journal;
    this.probe = new Probe(commands, files);
  }

  /**
   * UUID of the file system on the device, made if the device is blank.
   *
   * @throws VolumeRefused if the device holds anything but one ext4 file system
   */
  String uuid(String volumeId, Path device) {
    Content content = probe.of(device);
    boolean ours = files.read(INTENT).equals(Optional.of(volumeId));
    if (content.kind() == Content.Kind.BLANK || (content.kind() == Content.Kind.UNKNOWN && ours)) {
      format(volumeId, device);
      content = probe.of(device);
    }
    if (content.kind() != Content.Kind.DATA) {
      throw new VolumeRefused(
          "volume %s (%s) holds %s; only a blank volume is formatted and only ext4 is mounted, so nothing was written: keep what is on it and name another volume, or empty it yourself with wipefs and blkdiscard"
              .formatted(volumeId, device, content.words()));
    }
    files.delete(INTENT);
    return content.uuid();
  }

  private void format(String volumeId, Path device) {
    journal.say("volume: %s (%s) is blank: making an ext4 file system".formatted(volumeId, device));
    files.write(INTENT, volumeId, FileMode.PLAIN);
    commands.run(Command.of("mkfs.ext4", "-q", "-F", "-L", LABEL, device.toString()).within(LIMIT));
  }
}
