package com.harena.allinone.host.file;

import com.harena.allinone.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files below a root: {@code /} on the machine, a folder of its own in a test. */
public final class DiskFiles implements HostFiles {

  private final Path root;

  /** Takes absolute paths as standing below the root. */
  public DiskFiles(Path root) {
    this.root = root.toAbsolutePath();
  }

  @Override
  public Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(real(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean write(Path file, String text, FileMode mode) {
    try {
      Path target = real(file);
      if (Files.exists(target)
          && Files.getPosixFilePermissions(target).equals(mode.permissions())
          && text.equals(Files.readString(target))) {
        return false;
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      replace(target, mode, channel -> channel.write(ByteBuffer.wrap(bytes)));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void copy(Path from, Path to, FileMode mode) {
    try (FileChannel source = FileChannel.open(real(from), StandardOpenOption.READ)) {
      replace(
          real(to),
          mode,
          target -> {
            long position = 0;
            while (position < source.size()) {
              position += source.transferTo(position, source.size() - position, target);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot copy %s to %s: %s".formatted(from, to, e.getMessage()), e);
    }
  }

  @Override
  public void delete(Path file) {
    try {
      if (Files.deleteIfExists(real(file))) {
        force(real(file).getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean exists(Path file) {
    return Files.exists(real(file));
  }

  @Override
  public List<Path> list(Path folder) {
    if (!Files.isDirectory(real(folder))) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(real(folder))) {
      return entries
          .filter(Files::isRegularFile)
          .map(entry -> folder.resolve(real(folder).relativize(entry)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void folder(Path folder) {
    try {
      Files.createDirectories(real(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make folder " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<String> sha256(Path file) {
    if (!exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Sha256.of(real(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Path real(Path file) {
    return root.resolve(Path.of("/").relativize(file.toAbsolutePath().normalize()));
  }

  private static void replace(Path target, FileMode mode, Filling filling) throws IOException {
    Files.createDirectories(target.getParent());
    Path fresh = target.resolveSibling("." + target.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(FileMode.SECRET.permissions()));
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      filling.fill(channel);
      Files.setPosixFilePermissions(fresh, mode.permissions());
      channel.force(true);
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(target.getParent());
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private interface Filling {
    void fill(FileChannel channel) throws IOException;
  }
}
