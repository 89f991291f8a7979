package com.harena.allinone.emulator.machine;

import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A machine's files below a folder of its own. They are not synced to the disk, since nobody pulls
 * the plug of a picture; and a file that stands for an artefact of the web has the artefact's hash.
 */
final class MachineFiles implements HostFiles {
  private final DiskFiles disk;
  private final Power power;

  MachineFiles(Path root, Power power) {
    this.disk = new DiskFiles(root);
    this.power = power;
  }

  @Override
  public Optional<String> read(Path file) {
    return disk.read(file);
  }

  @Override
  public boolean write(Path file, String text, FileMode mode) {
    power.check();
    try {
      Path target = real(file);
      if (Files.exists(target)
          && Files.getPosixFilePermissions(target).equals(mode.permissions())
          && text.equals(Files.readString(target))) {
        return false;
      }
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
      Files.setPosixFilePermissions(target, mode.permissions());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void copy(Path from, Path to, FileMode mode) {
    power.check();
    try {
      Files.createDirectories(real(to).getParent());
      Files.copy(real(from), real(to), StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(real(to), mode.permissions());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot copy %s to %s: %s".formatted(from, to, e.getMessage()), e);
    }
  }

  @Override
  public void delete(Path file) {
    power.check();
    disk.delete(file);
  }

  @Override
  public boolean exists(Path file) {
    return disk.exists(file);
  }

  @Override
  public List<Path> list(Path folder) {
    return disk.list(folder);
  }

  @Override
  public void folder(Path folder) {
    power.check();
    disk.folder(folder);
  }

  @Override
  public Optional<String> sha256(Path file) {
    return exists(file) ? StandIn.hash(real(file)).or(() -> disk.sha256(file)) : Optional.empty();
  }

  @Override
  public Path real(Path file) {
    return disk.real(file);
  }
}
