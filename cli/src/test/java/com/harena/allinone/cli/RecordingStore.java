package com.harena.allinone.cli;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.SecretStore;
import com.harena.allinone.host.cloud.StoredSecret;
import com.harena.allinone.secret.SecretValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A store that keeps what it is told, and fails when it is to. */
final class RecordingStore implements SecretStore {
  final List<String> regions = new ArrayList<>();
  final List<String> written = new ArrayList<>();
  final List<StoredSecret> stored = new ArrayList<>();
  CloudFailure failure;

  RecordingStore open(String region) {
    regions.add(region);
    return this;
  }

  void holds(String name, long version, boolean encrypted) {
    stored.add(
        new StoredSecret(
            "/allinone/harena-production/secrets/" + name,
            version,
            Instant.parse("2026-11-23T08:00:00.250Z"),
            encrypted));
  }

  @Override
  public long put(String name, SecretValue value) {
    fail();
    written.add(name + "=" + value.reveal());
    return written.size();
  }

  @Override
  public OptionalLong putIfAbsent(String name, SecretValue value) {
    return written.isEmpty() ? OptionalLong.of(put(name, value)) : OptionalLong.empty();
  }

  @Override
  public List<StoredSecret> under(String path) {
    fail();
    return stored.stream().filter(each -> each.parameter().startsWith(path + "/")).toList();
  }

  private void fail() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {}
}
