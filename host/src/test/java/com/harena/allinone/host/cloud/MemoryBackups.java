package com.harena.allinone.host.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bucket in memory that may refuse from some object on. */
public final class MemoryBackups implements Backups {
  /** Every object, in the order in which it came. */
  public final Map<String, byte[]> objects = new LinkedHashMap<>();

  private Optional<String> refused = Optional.empty();

  /** Refuses keys that end so. */
  public void refuse(String end) {
    refused = Optional.of(end);
  }

  /** Takes everything again. */
  public void relent() {
    refused = Optional.empty();
  }

  @Override
  public boolean putIfAbsent(String key, Path file) {
    if (refused.filter(key::endsWith).isPresent()) {
      throw new CloudFailure("put " + address(key), "AccessDenied", "no", false);
    }
    try {
      return objects.putIfAbsent(key, Files.readAllBytes(file)) == null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> keys(String prefix) {
    return new ArrayList<>(objects.keySet())
        .stream().filter(key -> key.startsWith(prefix)).sorted().toList();
  }

  @Override
  public boolean fetch(String key, Path file) {
    byte[] content = objects.get(key);
    if (content == null) {
      return false;
    }
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String address(String key) {
    return "s3://backups/" + key;
  }
}
