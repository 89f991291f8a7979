package com.harena.allinone.host.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.StoredSecret;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;

class AwsSecretStoreTest {
  private RecordedAws aws;

  @BeforeEach
  void start() throws IOException {
    aws = new RecordedAws();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void onlyAnOperatorWritesOverASecret() {
    aws.answers(200, "{\"Version\":3}");

    assertThat(secrets().put("/a/secrets/X", SecretValue.of("v"))).isEqualTo(3);

    assertThat(aws.requests.get(0))
        .contains("\"Name\":\"/a/secrets/X\"", "\"Value\":\"v\"", "\"Overwrite\":true")
        .contains("\"Type\":\"SecureString\"");
  }

  @Test
  void keepsBackWordsThatMayQuoteTheSecret() {
    aws.answers(400, "{\"__type\":\"ValidationException\",\"message\":\"Value 'hunter2' at x\"}");

    assertThatThrownBy(() -> secrets().put("/a/secrets/X", SecretValue.of("hunter2")))
        .isInstanceOf(CloudFailure.class)
        .hasMessageContainingAll("write secret /a/secrets/X", "ValidationException", "withheld")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
    assertThatThrownBy(
            () -> new AwsParameters(ssm()).putSecretIfAbsent("/a", SecretValue.of("hunter2")))
        .hasMessageContaining("withheld")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void passesOnWhoIsDeniedWhat() {
    aws.answers(
        400,
        "{\"__type\":\"AccessDeniedException\",\"message\":\"User: me is not authorized to perform: ssm:PutParameter\"}");

    assertThatThrownBy(() -> secrets().put("/a/secrets/X", SecretValue.of("v")))
        .hasMessageContainingAll("User: me", "ssm:PutParameter", "AccessDeniedException");
  }

  @Test
  void listsSecretsPageByPageWithoutDecryptingThem() {
    aws.answersThen(
        """
        {"Parameters":[{"Name":"/a/secrets/X","Type":"SecureString","Value":"AQICAHi","Version":2,
          "LastModifiedDate":1795420800.25}],"NextToken":"more"}""",
        """
        {"Parameters":[{"Name":"/a/secrets/Y","Type":"String","Value":"hunter2","Version":1,
          "LastModifiedDate":1795420801}]}""");

    List<StoredSecret> stored = secrets().under("/a/secrets");

    assertThat(stored)
        .containsExactly(
            new StoredSecret("/a/secrets/X", 2, Instant.ofEpochMilli(1795420800250L), true),
            new StoredSecret("/a/secrets/Y", 1, Instant.ofEpochSecond(1795420801), false));
    assertThat(stored.toString()).doesNotContain("hunter2", "AQICAHi");
    assertThat(aws.requests)
        .allMatch(request -> request.contains("\"WithDecryption\":false"))
        .anyMatch(request -> request.contains("\"NextToken\":\"more\""));
  }

  @Test
  void writesOverNothingWhereItIsTold() {
    aws.answers(200, "{\"Version\":1}");
    assertThat(secrets().putIfAbsent("/a/secrets/X", SecretValue.of("v"))).hasValue(1);
    assertThat(aws.requests.get(0)).contains("\"Overwrite\":false");

    aws.answers(400, "{\"__type\":\"ParameterAlreadyExists\",\"message\":\"there is one\"}");
    assertThat(secrets().putIfAbsent("/a/secrets/X", SecretValue.of("v")))
        .isEqualTo(OptionalLong.empty());
  }

  private AwsSecretStore secrets() {
    return new AwsSecretStore(ssm());
  }

  private SsmClient ssm() {
    return aws.reachedBy(SsmClient.builder()).build();
  }
}
