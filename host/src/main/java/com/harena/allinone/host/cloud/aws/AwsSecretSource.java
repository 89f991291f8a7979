package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.secret.SecretValue;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.SsmClientBuilder;

/** Secrets of Parameter Store; AWS is spoken to when the first one is needed. */
public final class AwsSecretSource implements SecretSource {
  private final Optional<String> region;
  private AwsParameters parameters;

  /**
   * Parameters of a region.
   *
   * @param region the region; the one that the SDK finds when empty
   */
  public AwsSecretSource(Optional<String> region) {
    this.region = region;
  }

  @Override
  public synchronized SecretValue get(SecretReference reference) {
    if (parameters == null) {
      SsmClientBuilder builder =
          SsmClient.builder()
              .credentialsProvider(AwsSecretStore.credentials())
              .httpClientBuilder(UrlConnectionHttpClient.builder());
      region.map(Region::of).ifPresent(builder::region);
      try {
        parameters = new AwsParameters(builder.build());
      } catch (SdkClientException e) {
        throw new SecretUnavailable(
            reference, "cannot be read, because no AWS region is known: set AWS_REGION");
      }
    }
    return parameters
        .findSecret(reference.name())
        .orElseThrow(
            () ->
                new SecretUnavailable(
                    reference, "is no parameter: set it with allinone host secrets set"));
  }
}
