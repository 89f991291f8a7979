package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.secret.SecretValue;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Parameter Store through Systems Manager. */
public final class AwsParameters implements Parameters {
  private static final Set<String> ABSENT = Set.of("ParameterNotFound");

  private final SsmClient ssm;

  /** Uses the client. */
  public AwsParameters(SsmClient ssm) {
    this.ssm = ssm;
  }

  @Override
  public Optional<String> find(String name) {
    return value(name, false);
  }

  @Override
  public Optional<SecretValue> findSecret(String name) {
    return value(name, true).map(SecretValue::of);
  }

  @Override
  public void put(String name, String value) {
    Call.make(
        "write parameter " + name,
        () ->
            ssm.putParameter(
                request ->
                    request.name(name).value(value).type(ParameterType.STRING).overwrite(true)));
  }

  @Override
  public boolean putSecretIfAbsent(String name, SecretValue value) {
    return new AwsSecretStore(ssm).putIfAbsent(name, value).isPresent();
  }

  private Optional<String> value(String name, boolean secret) {
    return Call.find(
            "read parameter " + name,
            ABSENT,
            () -> ssm.getParameter(request -> request.name(name).withDecryption(secret)))
        .map(response -> response.parameter().value());
  }
}
