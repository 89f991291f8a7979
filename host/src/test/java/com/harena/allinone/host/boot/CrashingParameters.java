package com.harena.allinone.host.boot;

import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.secret.SecretValue;
import java.util.Optional;

/** Parameters whose every change may be the last thing before a crash. */
final class CrashingParameters implements Parameters {
  private final Parameters parameters;
  private final CrashPoint crash;

  CrashingParameters(Parameters parameters, CrashPoint crash) {
    this.parameters = parameters;
    this.crash = crash;
  }

  @Override
  public Optional<String> find(String name) {
    return parameters.find(name);
  }

  @Override
  public void put(String name, String value) {
    crash.before();
    parameters.put(name, value);
    crash.after();
  }

  @Override
  public Optional<SecretValue> findSecret(String name) {
    return parameters.findSecret(name);
  }

  @Override
  public boolean putSecretIfAbsent(String name, SecretValue value) {
    crash.before();
    boolean made = parameters.putSecretIfAbsent(name, value);
    crash.after();
    return made;
  }
}
