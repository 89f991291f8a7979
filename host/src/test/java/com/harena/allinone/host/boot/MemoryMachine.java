package com.harena.allinone.host.boot;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.DiskFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * A machine in memory: answers the programs that the boot runs and keeps what they change, some of
 * it only until the power is cut.
 */
final class MemoryMachine implements Commands {
  static final Path DEVICE = Path.of("/dev/nvme1n1");

  final DiskFiles disk;
  final MemoryContainers containers;
  final MemoryDisk data;
  final List<String> lines = new ArrayList<>();
  final List<String> violations = new ArrayList<>();
  final TreeSet<String> active = new TreeSet<>();
  final TreeSet<String> swaps = new TreeSet<>();
  final TreeSet<String> sysctl = new TreeSet<>();
  Map<Path, String> loadedUnits = new TreeMap<>();
  boolean mounted;
  int freeMebibytes = 1000;
  String dockerSettings = "";
  String agentSettings = "";

  private final String serial;
  private final BooleanSupplier attached;
  private CrashPoint crash = CrashPoint.never();

  MemoryMachine(Path root, String serial, BooleanSupplier attached) {
    this.disk = new DiskFiles(root);
    this.data = new MemoryDisk(disk.real(DEVICE), 64L << 20);
    this.containers = new MemoryContainers(disk);
    this.serial = serial;
    this.attached = attached;
  }

  void crashAt(CrashPoint point) {
    crash = point;
  }

  /** Takes away what only lives while the machine is on. */
  void cutPower() {
    active.clear();
    swaps.clear();
    sysctl.clear();
    mounted = false;
    loadedUnits = units();
    dockerSettings = "";
    agentSettings = "";
    containers.cutPower();
    disk.list(Path.of("/run")).forEach(disk::delete);
  }

  void writing(Path file) {
    if (file.startsWith("/data") && !mounted) {
      violations.add(file + " was written before the volume was mounted");
    }
  }

  @Override
  public CommandResult attempt(Command command) {
    lines.add(command.line());
    crash.before();
    CommandResult result = answer(command);
    crash.after();
    return result;
  }

  private CommandResult answer(Command command) {
    List<String> words = command.words();
    String last = words.get(words.size() - 1);
    return switch (words.get(0)) {
      case "swapon" -> swapon(last);
      case "swapoff" -> done(swaps.remove(last));
      case "fallocate" -> fallocate(words.get(2), last);
      case "mv" -> move(words.get(words.size() - 2), last);
      case "stat" -> said("" + disk.real(Path.of(last)).toFile().length());
      case "install" -> folder(last);
      case "chmod", "mkswap", "sync" -> done(disk.exists(Path.of(last)));
      case "sysctl" -> sysctl(last.replace("--load=", ""));
      case "systemctl" -> systemctl(words.get(1), last);
      case "lsblk" -> lsblk();
      case "blkid" -> blkid();
      case "mkfs.ext4" -> format();
      case "findmnt" -> mounted ? said(MemoryDisk.UUID) : new CommandResult(1, "", "");
      case "resize2fs" -> grow();
      case "df" -> said("Avail\n%5d".formatted(freeMebibytes));
      case "docker" -> docker(command);
      default -> agent(last);
    };
  }

  private CommandResult swapon(String last) {
    if (last.equals("--noheadings")) {
      return said(String.join("\n", swaps));
    }
    return done(disk.exists(Path.of(last)) && swaps.add(last));
  }

  private CommandResult fallocate(String length, String file) {
    new MemoryDisk(disk.real(Path.of(file)), Long.parseLong(length.replace("MiB", "")) << 20);
    return said("");
  }

  private CommandResult move(String from, String to) {
    return done(disk.real(Path.of(from)).toFile().renameTo(disk.real(Path.of(to)).toFile()));
  }

  private CommandResult folder(String path) {
    writing(Path.of(path));
    disk.folder(Path.of(path));
    return said("");
  }

  private CommandResult sysctl(String file) {
    sysctl.add(disk.read(Path.of(file)).orElseThrow());
    return said("");
  }

  private CommandResult systemctl(String verb, String unit) {
    switch (verb) {
      case "daemon-reload" -> loadedUnits = units();
      case "is-active" -> {
        return done(active.contains(unit));
      }
      case "start" -> start(unit);
      case "restart" -> {
        containers.portHeld &= !unit.equals("docker.service");
        start(unit);
      }
      default -> active.remove("enabled " + unit);
    }
    return said("");
  }

  private void start(String unit) {
    if (unit.equals("allinone-data.service")) {
      mounted = disk.read(Path.of("/etc/allinone/data.env")).orElse("").contains(MemoryDisk.UUID);
    } else if (unit.equals("docker.service")) {
      if (!mounted) {
        violations.add("Docker started before the volume was mounted");
      }
      dockerSettings = disk.read(Path.of("/etc/docker/daemon.json")).orElse("");
    }
    active.add(unit);
  }

  private Map<Path, String> units() {
    Map<Path, String> units = new TreeMap<>();
    for (Path file : disk.list(Path.of("/etc/systemd/system"))) {
      units.put(file, disk.read(file).orElseThrow());
    }
    return units;
  }

  private CommandResult lsblk() {
    String root = "{\"path\":\"/dev/nvme0n1\",\"serial\":\"vol0root\"}";
    String own = ",{\"path\":\"%s\",\"serial\":\"%s\"}".formatted(DEVICE, serial);
    return said("{\"blockdevices\":[%s%s]}".formatted(root, attached.getAsBoolean() ? own : ""));
  }

  private CommandResult blkid() {
    return data.formatted()
        ? said("TYPE=ext4\nUUID=" + MemoryDisk.UUID)
        : new CommandResult(2, "", "");
  }

  private CommandResult format() {
    if (data.formatted()) {
      violations.add("a file system was formatted over");
    }
    data.halfFormat();
    if (crash.inTheMidst()) {
      throw new Crash();
    }
    data.format();
    return said("");
  }

  private CommandResult grow() {
    boolean fits = data.fileSystemSize() == data.size();
    data.format();
    return said(fits ? "Nothing to do!" : "resized");
  }

  private CommandResult docker(Command command) {
    return active.contains("docker.service")
        ? containers.answer(command)
        : new CommandResult(1, "", "cannot connect to the Docker daemon");
  }

  private CommandResult agent(String file) {
    agentSettings = disk.read(Path.of(file.replace("file:", ""))).orElseThrow();
    active.add("amazon-cloudwatch-agent.service");
    return said("");
  }

  private static CommandResult done(boolean success) {
    return new CommandResult(success ? 0 : 1, "", "");
  }

  static CommandResult said(String text) {
    return new CommandResult(0, text, "");
  }
}
