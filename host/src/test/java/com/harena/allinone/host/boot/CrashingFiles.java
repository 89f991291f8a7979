package com.harena.allinone.host.boot;

import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files whose every change may be the last thing before a crash. */
final class CrashingFiles implements HostFiles {
  private final HostFiles files;
  private final MemoryMachine machine;
  private final CrashPoint crash;

  CrashingFiles(HostFiles files, MemoryMachine machine, CrashPoint crash) {
    this.files = files;
    this.machine = machine;
    this.crash = crash;
  }

  @Override
  public boolean write(Path file, String text, FileMode mode) {
    machine.writing(file);
    crash.before();
    boolean changed = files.write(file, text, mode);
    crash.after();
    return changed;
  }

  @Override
  public void copy(Path from, Path to, FileMode mode) {
    machine.writing(to);
    crash.before();
    files.copy(from, to, mode);
    crash.after();
  }

  @Override
  public void delete(Path file) {
    crash.before();
    files.delete(file);
    crash.after();
  }

  @Override
  public void folder(Path folder) {
    machine.writing(folder);
    crash.before();
    files.folder(folder);
    crash.after();
  }

  @Override
  public Optional<String> read(Path file) {
    return files.read(file);
  }

  @Override
  public boolean exists(Path file) {
    return files.exists(file);
  }

  @Override
  public List<Path> list(Path folder) {
    return files.list(folder);
  }

  @Override
  public Optional<String> sha256(Path file) {
    return files.sha256(file);
  }

  @Override
  public Path real(Path file) {
    return files.real(file);
  }
}
