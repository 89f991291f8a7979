package com.harena.allinone.host.cloud;

import com.harena.allinone.secret.SecretValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Secrets in memory, each with its versions. */
public final class MemorySecretStore implements SecretStore {
  /** When every value of this store was written. */
  public static final Instant WRITTEN = Instant.parse("2026-11-23T08:00:00.250Z");

  private final TreeMap<String, List<SecretValue>> versions = new TreeMap<>();

  /** All values that were ever written under the name. */
  public List<SecretValue> versions(String name) {
    return versions.getOrDefault(name, List.of());
  }

  @Override
  public long put(String name, SecretValue value) {
    List<SecretValue> values = versions.computeIfAbsent(name, any -> new ArrayList<>());
    values.add(value);
    return values.size();
  }

  @Override
  public OptionalLong putIfAbsent(String name, SecretValue value) {
    return versions.containsKey(name) ? OptionalLong.empty() : OptionalLong.of(put(name, value));
  }

  @Override
  public List<StoredSecret> under(String path) {
    return versions.keySet().stream()
        .filter(name -> name.startsWith(path + "/"))
        .map(name -> new StoredSecret(name, versions.get(name).size(), WRITTEN, true))
        .toList();
  }

  @Override
  public void close() {}
}
