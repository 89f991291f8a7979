package com.harena.allinone.emulator;

import com.harena.allinone.emulator.engine.ParameterSource;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterVersionNotFoundException;

/** The values that the local Parameter Store has. */
final class StoredParameters implements ParameterSource {
  private final SsmClient ssm;

  StoredParameters(SsmClient ssm) {
    this.ssm = ssm;
  }

  @Override
  public Optional<String> plain(String name) {
    try {
      return Optional.of(ssm.getParameter(request -> request.name(name)).parameter().value());
    } catch (ParameterNotFoundException | ParameterVersionNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> version(String name, long version) {
    return plain(name + ":" + version);
  }
}
