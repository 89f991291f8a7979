package com.harena.allinone.stack.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScannerTest {
  private static final String DIGEST =
      "03a42a0fc0614ffc3c9ebca521cab75e02c427b68e45e3f6867d9510b9a28818";

  private final SecretScanner scanner =
      new SecretScanner(
          List.of("DATABASE_PASSWORD", "SIGNING"), List.of("Instance0a1b2c3dF00DBABE11"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATABASE_PASSWORD=hunter2",
        "DATABASE_PASSWORD: hunter2",
        "{\"DATABASE_PASSWORD\": \"hunter2\"}",
        "export SIGNING='hunter2'",
        "smtp_password = hunter2",
        "\"MasterUserPassword\":\"hunter2\"",
        "aws_secret_access_key: x7",
        "-----BEGIN RSA PRIVATE KEY-----",
        "header wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzKEY99",
        "k3j9x0q2m8v5b1n7c4z6",
        "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0"
      })
  void findsAPlantedSecretAndNeverRepeatsIt(String planted) {
    assertThat(scanner.findings("first line\n" + planted))
        .isNotEmpty()
        .allMatch(finding -> finding.startsWith("line 2: "))
        .noneMatch(finding -> finding.contains("hunter2"))
        .allMatch(finding -> finding.length() < 80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATABASE_PASSWORD: ${DATABASE_PASSWORD}",
        "DATABASE_PASSWORD=\"$DATABASE_PASSWORD\"",
        "\"secrets\": [\"DATABASE_PASSWORD\"]",
        "password_encryption: scram-sha-256",
        "arn:aws:ssm:eu-west-1:123456789012:parameter/allinone/harena-production/secrets/",
        "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64",
        "redis:7.4.1@sha256:" + DIGEST,
        "\"key\": \"bundles/" + DIGEST + "/bundle.zip\"",
        "{\"Ref\": \"Instance0a1b2c3dF00DBABE11\"}",
        "CloudFormationWaitConditionHandle of the 2099-12-31T23:59:59Z kind",
        "x-amz-server-side-encryption-customer-algorithm"
      })
  void letsReferencesNamesAndDigestsPass(String harmless) {
    assertThat(scanner.findings(harmless)).isEmpty();
  }

  @Test
  void aDigestWithoutItsNameIsSuspicious() {
    assertThat(scanner.findings("value " + DIGEST)).hasSize(1);
    assertThat(Randomness.entropy("aaaa")).isZero();
    assertThat(Randomness.entropy("abcd")).isEqualTo(2);
  }
}
