package com.harena.allinone.move.configuration;

import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings as files of one folder, one each, that only their owner reads. */
public final class FileParameters implements ParameterWriter {
  private final Path folder;
  private final Set<String> own;

  /**
   * Settings of a folder, which is made when the first is written.
   *
   * @param own names to which the new stack gives its own value
   */
  public FileParameters(Path folder, Set<String> own) {
    this.folder = folder;
    this.own = Set.copyOf(own);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>(own);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        names.addAll(
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches(Setting.NAME))
                .collect(Collectors.toSet()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  @Override
  public Optional<SecretValue> value(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file)
          ? Optional.of(SecretValue.of(Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void put(String name, SecretValue value) {
    try {
      Files.createDirectories(folder);
      Path written =
          Files.createTempFile(
              folder,
              "-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(written, value.reveal(), StandardOpenOption.SYNC);
      Files.move(written, folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isOwn(String name) {
    return own.contains(name);
  }

  @Override
  public String place() {
    return folder.toString();
  }
}
