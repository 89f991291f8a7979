package com.harena.allinone.host.cloud;

import com.harena.allinone.secret.SecretValue;
import java.util.Optional;

/** Parameter Store of the memory cloud. */
public final class MemoryParameters implements Parameters {
  private final MemoryCloud cloud;
  private final Runnable gate;

  /** The cloud's parameters; the gate runs before each call. */
  public MemoryParameters(MemoryCloud cloud, Runnable gate) {
    this.cloud = cloud;
    this.gate = gate;
  }

  @Override
  public Optional<String> find(String name) {
    gate.run();
    return cloud.parameter(name);
  }

  @Override
  public void put(String name, String value) {
    gate.run();
    cloud.parameter(name, value);
  }

  @Override
  public Optional<SecretValue> findSecret(String name) {
    gate.run();
    return Optional.ofNullable(cloud.secrets.get(name));
  }

  @Override
  public boolean putSecretIfAbsent(String name, SecretValue value) {
    gate.run();
    return cloud.secrets.putIfAbsent(name, value) == null;
  }
}
