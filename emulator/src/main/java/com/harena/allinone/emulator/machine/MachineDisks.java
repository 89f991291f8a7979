package com.harena.allinone.emulator.machine;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.file.HostFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Answers the programs that look at disks, format, mount and grow them. */
final class MachineDisks {
  private static final Path DATA = Path.of("/data");

  private final String instance;
  private final HostFiles files;
  private final Path volumes;
  private final AttachedDisks attached;
  private final Map<String, VolumeDisk> devices = new TreeMap<>();
  private Optional<VolumeDisk> mounted = Optional.empty();

  MachineDisks(String instance, HostFiles files, Path volumes, AttachedDisks attached) {
    this.instance = instance;
    this.files = files;
    this.volumes = volumes;
    this.attached = attached;
  }

  boolean mounted() {
    return mounted.isPresent();
  }

  CommandResult list() {
    List<String> disks = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, Integer> volume : attached.of(instance).entrySet()) {
      String device = "/dev/nvme%dn1".formatted(number++);
      VolumeDisk disk = new VolumeDisk(volumes, volume.getKey());
      disk.size(volume.getValue());
      link(files.real(Path.of(device)), disk.file());
      devices.put(device, disk);
      disks.add(
          "{\"path\":\"%s\",\"serial\":\"%s\"}"
              .formatted(device, volume.getKey().replace("-", "")));
    }
    return said("{\"blockdevices\":[%s]}".formatted(String.join(",", disks)));
  }

  CommandResult probe(String device) {
    VolumeDisk disk = disk(device);
    return disk.formatted() ? said("TYPE=ext4\nUUID=" + disk.uuid()) : new CommandResult(2, "", "");
  }

  CommandResult format(String device) {
    disk(device).format();
    return said("");
  }

  CommandResult grow(String device) {
    VolumeDisk disk = disk(device);
    boolean filled = disk.filled();
    disk.format();
    return said(filled ? "Nothing to do!" : "resized");
  }

  CommandResult findMounted() {
    return mounted.map(disk -> said(disk.uuid())).orElse(new CommandResult(1, "", ""));
  }

  /** What the data volume has free: all of it, since nothing is written here that fills it. */
  CommandResult free() {
    return mounted
        .map(disk -> said("Avail%n%d".formatted(disk.mebibytes())))
        .orElse(new CommandResult(1, "", "nothing is mounted at " + DATA));
  }

  /** What the unit that mounts the data volume does. */
  CommandResult mount() {
    String environment = files.read(Path.of("/etc/allinone/data.env")).orElse("");
    Optional<VolumeDisk> found =
        devices.values().stream()
            .filter(disk -> environment.contains("DATA_UUID=" + disk.uuid()))
            .findFirst();
    if (found.isEmpty()) {
      return new CommandResult(1, "", "no disk has the UUID of " + environment.strip());
    }
    mounted = found;
    folder(found.get().content());
    link(files.real(DATA), found.get().content());
    return said("");
  }

  /** The grounds on which a command would be wrong on a real machine. */
  Optional<String> fault(Command command) {
    String last = command.words().get(command.words().size() - 1);
    return last.startsWith(DATA + "/") && mounted.isEmpty()
        ? Optional.of(command.line() + " before the data volume was mounted")
        : Optional.empty();
  }

  private VolumeDisk disk(String device) {
    VolumeDisk disk = devices.get(device);
    if (disk == null) {
      throw new IllegalStateException("there is no device " + device);
    }
    return disk;
  }

  private static void folder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }

  private static void link(Path name, Path target) {
    try {
      Files.createDirectories(name.getParent());
      Files.deleteIfExists(name);
      Files.createSymbolicLink(name, target.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot link " + name + ": " + e.getMessage(), e);
    }
  }

  private static CommandResult said(String text) {
    return new CommandResult(0, text, "");
  }
}
