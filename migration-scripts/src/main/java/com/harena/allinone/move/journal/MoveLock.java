package com.harena.allinone.move.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Held by the one process that works on a move; the system releases it when that process ends.
 *
 * <p>The system releases it too when the process closes the file anywhere else, so a process never
 * opens the file of a lock that it holds.
 */
public final class MoveLock implements AutoCloseable {
  private static final String NAME = "lock";
  private static final Set<Path> HELD = new HashSet<>();

  /** Another process that asks who is at work has the lock for a moment. */
  private static final int ATTEMPTS = 20;

  private static final long PAUSE_NANOSECONDS = 25_000_000;

  private final Path directory;
  private final Path real;
  private final FileChannel channel;

  private MoveLock(Path directory, Path real, FileChannel channel) {
    this.directory = directory;
    this.real = real;
    this.channel = channel;
  }

  /** What is locked. */
  Path directory() {
    return directory;
  }

  /**
   * Takes the lock of the directory, which exists.
   *
   * @throws MoveBusy if another process has it
   */
  public static MoveLock take(Path directory) throws IOException {
    Path real = directory.toRealPath();
    synchronized (HELD) {
      if (HELD.contains(real)) {
        throw busy(directory, Optional.of(ProcessHandle.current().pid()));
      }
      MoveLock lock = new MoveLock(directory, real, locked(directory));
      HELD.add(real);
      return lock;
    }
  }

  private static FileChannel locked(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      for (int i = 1; lock == null && i < ATTEMPTS; i++) {
        LockSupport.parkNanos(PAUSE_NANOSECONDS);
        lock = channel.tryLock();
      }
      if (lock == null) {
        throw busy(directory, holder(directory));
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)),
          0);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static MoveBusy busy(Path directory, Optional<Long> process) {
    return new MoveBusy(
        "%s works on the move in %s: wait for it, or end it"
            .formatted(process.map(pid -> "process " + pid).orElse("another process"), directory));
  }

  /** The process that works on the move of this directory at the moment. */
  public static Optional<Long> runningIn(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    if (!Files.isWritable(file)) {
      // None, or one that nobody can hold here.
      return Optional.empty();
    }
    synchronized (HELD) {
      if (HELD.contains(directory.toRealPath())) {
        return Optional.of(ProcessHandle.current().pid());
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          return holder(directory);
        }
        lock.release();
        return Optional.empty();
      }
    }
  }

  private static Optional<Long> holder(Path directory) throws IOException {
    String text = Files.readString(directory.resolve(NAME)).strip();
    return text.matches("\\d{1,10}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      HELD.remove(real);
      channel.close();
    }
  }
}
