package com.harena.allinone.move.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Held by the one process that works on a move; the system releases it when that process ends. */
public final class MoveLock implements AutoCloseable {
  private static final String NAME = "lock";

  private final Path directory;
  private final FileChannel channel;

  private MoveLock(Path directory, FileChannel channel) {
    this.directory = directory;
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
    Path file = directory.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = attempt(channel);
      if (lock == null) {
        String holder = holder(directory).map(pid -> "process " + pid).orElse("another process");
        throw new MoveBusy(
            "%s works on the move in %s: wait for it, or end it".formatted(holder, directory));
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)),
          0);
      return new MoveLock(directory, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The process that works on the move of this directory at the moment. */
  public static Optional<Long> runningIn(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = attempt(channel);
      if (lock == null) {
        return holder(directory);
      }
      lock.release();
      return Optional.empty();
    }
  }

  private static FileLock attempt(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static Optional<Long> holder(Path directory) throws IOException {
    String text = Files.readString(directory.resolve(NAME)).strip();
    return text.matches("\\d{1,10}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
