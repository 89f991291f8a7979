package com.harena.allinone.emulator;

import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.ParameterSource;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterVersionNotFoundException;

/** The values that the local Parameter Store has. */
public final class StoredParameters implements ParameterSource {
  private final SsmClient ssm;

  public StoredParameters(SsmClient ssm) {
    this.ssm = ssm;
  }

  @Override
  public Optional<String> plain(String name) {
    try {
      return Optional.of(ssm.getParameter(request -> request.name(name)).parameter().value());
    } catch (ParameterNotFoundException | ParameterVersionNotFoundException e) {
      return Optional.empty();
    } catch (AwsServiceException e) {
      throw new ApiFailure(
          e.isThrottlingException() ? "Throttling" : "ValidationError",
          unfetched(name, e.awsErrorDetails().errorMessage()));
    } catch (SdkException e) {
      throw ApiFailure.validation(unfetched(name, e.getMessage()));
    }
  }

  private static String unfetched(String name, String why) {
    return "Unable to fetch parameters [%s] from parameter store for this account: %s"
        .formatted(name, why);
  }

  @Override
  public Optional<String> version(String name, long version) {
    return plain(name + ":" + version);
  }
}
