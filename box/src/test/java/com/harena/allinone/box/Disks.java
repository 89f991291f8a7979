package com.harena.allinone.box;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Volumes as loop devices, each with its file, whichever box it is in. */
final class Disks implements AutoCloseable {
  private static final long GIBIBYTE = 1L << 30;

  private final Path folder;
  private final Map<String, String> devices = new ConcurrentHashMap<>();

  Disks(Path folder) {
    this.folder = Folders.make(folder);
  }

  /** The volume's file, which a test may fill before the volume is attached. */
  Path file(String volume) {
    return folder.resolve(volume + ".img");
  }

  /** Makes the volume's file as large as that; never smaller, and sparse. */
  void size(String volume, int gibibytes) {
    try (RandomAccessFile disk = new RandomAccessFile(file(volume).toFile(), "rw")) {
      disk.setLength(Math.max(disk.length(), gibibytes * GIBIBYTE));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the disk of " + volume, e);
    }
    device(volume).ifPresent(device -> Programs.run("losetup", "--set-capacity", device));
  }

  /** Its device, such as {@code /dev/loop7}; made if it has none. */
  String attach(String volume) {
    return devices.computeIfAbsent(
        volume, id -> Programs.run("losetup", "--find", "--show", file(volume).toString()).strip());
  }

  /** Takes the device away. */
  void detach(String volume) {
    Optional.ofNullable(devices.remove(volume))
        .ifPresent(device -> Programs.run("losetup", "--detach", device));
  }

  /** Takes the volume away with all that is on it. */
  void delete(String volume) {
    detach(volume);
    Folders.delete(file(volume));
  }

  private Optional<String> device(String volume) {
    return Optional.ofNullable(devices.get(volume));
  }

  @Override
  public void close() {
    devices.keySet().forEach(this::detach);
  }
}
