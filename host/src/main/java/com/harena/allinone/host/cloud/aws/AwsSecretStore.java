package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.SecretStore;
import com.harena.allinone.host.cloud.StoredSecret;
import com.harena.allinone.secret.SecretValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** SecureStrings through Systems Manager, under the account's key {@code aws/ssm}. */
public final class AwsSecretStore implements SecretStore {
  private static final Set<String> PRESENT = Set.of("ParameterAlreadyExists");
  private static final String OTHER_SIGN_IN = "must be on the class path";

  private final SsmClient ssm;

  /** Uses the client. */
  public AwsSecretStore(SsmClient ssm) {
    this.ssm = ssm;
  }

  /**
   * The store of a region, with the credentials and endpoints that the SDK finds.
   *
   * @throws CloudFailure with {@link CloudFailure#NO_CREDENTIALS} when it finds no credentials
   */
  public static AwsSecretStore inRegion(String region) {
    return new AwsSecretStore(
        SsmClient.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build());
  }

  /** Asked for at once: in the midst of a call, the SDK has no error of its own for their lack. */
  static DefaultCredentialsProvider credentials() {
    DefaultCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
    try {
      credentials.resolveCredentials();
      return credentials;
    } catch (SdkClientException | IllegalArgumentException e) {
      credentials.close();
      throw new CloudFailure("sign in to AWS", CloudFailure.NO_CREDENTIALS, reason(e), false);
    }
  }

  private static String reason(RuntimeException e) {
    if (e instanceof IllegalArgumentException) {
      return "the profile file is not one: " + e.getMessage();
    }
    return ("" + e.getMessage()).contains(OTHER_SIGN_IN)
        ? "the profile signs in by single sign-on or a role, which only the AWS command line can do"
        : "neither environment, profile nor instance role has any";
  }

  @Override
  public long put(String name, SecretValue value) {
    String action = "write secret " + name;
    return Call.withholding(action, () -> Call.make(action, () -> write(name, value, true)));
  }

  @Override
  public OptionalLong putIfAbsent(String name, SecretValue value) {
    String action = "make secret " + name;
    Optional<Long> version =
        Call.withholding(action, () -> Call.find(action, PRESENT, () -> write(name, value, false)));
    return version.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  private Long write(String name, SecretValue value, boolean overwrite) {
    return ssm.putParameter(
            request ->
                request
                    .name(name)
                    .value(value.reveal())
                    .type(ParameterType.SECURE_STRING)
                    .overwrite(overwrite))
        .version();
  }

  @Override
  public List<StoredSecret> under(String path) {
    return Call.make(
        "list secrets under " + path,
        () ->
            ssm
                .getParametersByPathPaginator(
                    request -> request.path(path).recursive(false).withDecryption(false))
                .stream()
                .flatMap(page -> page.parameters().stream())
                .map(AwsSecretStore::described)
                .toList());
  }

  private static StoredSecret described(Parameter parameter) {
    return new StoredSecret(
        parameter.name(),
        parameter.version(),
        parameter.lastModifiedDate(),
        parameter.type() == ParameterType.SECURE_STRING);
  }

  @Override
  public void close() {
    ssm.close();
  }
}
