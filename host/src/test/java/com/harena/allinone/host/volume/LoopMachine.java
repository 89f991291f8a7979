package com.harena.allinone.host.volume;

import com.harena.allinone.host.OptionalPart;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.command.ProcessCommands;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Real disks from files: everything is run on this machine but lsblk, since loop devices have no
 * serial, and systemctl, which mounts as the bundle's unit does, on a folder of the test. No cache
 * of blkid remembers the names of an earlier boot, as none does on the instance, where udev keeps
 * them.
 */
final class LoopMachine implements Commands, AutoCloseable {
  private final Commands real = new ProcessCommands();
  private final Path folder;
  private final Map<String, String> serials = new LinkedHashMap<>();
  private final List<String> devices = new ArrayList<>();

  LoopMachine(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(mountPoint());
    Files.createSymbolicLink(folder.resolve("dev"), Path.of("/dev"));
  }

  static void need() {
    OptionalPart.need(
        "loop-devices",
        "root".equals(System.getProperty("user.name"))
            && Files.exists(Path.of("/dev/loop-control")),
        "real disks need root and /dev/loop-control");
  }

  Path mountPoint() {
    return folder.resolve("data");
  }

  Path image(String name, int mebibytes) throws IOException {
    Path image = folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength((long) mebibytes << 20);
    }
    return image;
  }

  String attach(Path image, String volumeId) {
    String device = real.run("losetup", "--find", "--show", image.toString()).strip();
    devices.add(device);
    serials.put(device, volumeId.replace("-", ""));
    return device;
  }

  void detachAll() {
    real.attempt(Command.of("umount", mountPoint().toString()));
    devices.forEach(device -> real.run("losetup", "--detach", device));
    devices.clear();
    serials.clear();
  }

  /** Runs anything as it is. */
  String onMachine(String... words) {
    return real.run(words);
  }

  boolean mayGrowOnline() throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(text -> text.startsWith("CapEff:"))
            .findFirst()
            .orElseThrow();
    int capSysResource = 24;
    return (Long.parseUnsignedLong(line.replace("CapEff:", "").strip(), 16) >> capSysResource & 1)
        == 1;
  }

  @Override
  public CommandResult attempt(Command command) {
    return switch (command.words().get(0)) {
      case "lsblk" -> new CommandResult(0, lsblk(), "");
      case "systemctl" -> mount();
      case "findmnt" ->
          real.attempt(
              Command.of(
                  command.words().stream()
                      .map(word -> word.equals("/data") ? mountPoint().toString() : word)
                      .toList()));
      default -> real.attempt(command);
    };
  }

  private String lsblk() {
    return serials.entrySet().stream()
        .map(
            disk -> "{\"path\":\"%s\",\"serial\":\"%s\"}".formatted(disk.getKey(), disk.getValue()))
        .collect(Collectors.joining(",", "{\"blockdevices\":[", "]}"));
  }

  private CommandResult mount() {
    try {
      String line = Files.readString(folder.resolve("etc/allinone/data.env")).strip();
      return real.attempt(
          Command.of("mount", "UUID=" + line.replace("DATA_UUID=", ""), mountPoint().toString())
              .with("BLKID_FILE", "/dev/null"));
    } catch (IOException e) {
      return new CommandResult(1, "", "no data.env");
    }
  }

  @Override
  public void close() throws IOException {
    detachAll();
    Files.delete(folder.resolve("dev"));
  }
}
