package com.harena.allinone.blueprint;

import static com.harena.allinone.blueprint.Samples.messages;
import static com.harena.allinone.blueprint.Samples.minimal;
import static com.harena.allinone.blueprint.Samples.minimalWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATABASE_PASSWORD: hunter2-hunter2",
        "SESSION_SECRET: hunter2-hunter2",
        "API_TOKEN: hunter2-hunter2",
        "STRIPE_KEY: hunter2-hunter2",
        "AWS_SECRET_ACCESS_KEY: hunter2-hunter2",
        "SMTP_PASSWD: hunter2-hunter2",
        "LDAP_CREDENTIALS: hunter2-hunter2",
        "PIN_PASSWORD: 2002002",
        "LINK: https://harena:hunter2-hunter2@example.org/",
        "CACHE: redis://:hunter2-hunter2@redis:6379",
        "ID: ASIAIOSFODNN7EXAMPLE",
        "OTHER: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "PEM: \"-----BEGIN RSA PRIVATE KEY-----\"",
        "PAT: ghp_0123456789abcdefghijABCDEFGHIJ012345",
        "JWT: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
        "LINE: \"DB_PASSWORD=hunter2-hunter2\""
      })
  void refusesASecretWithoutRepeatingIt(String line) {
    String value = line.substring(line.indexOf(": ") + 2).replace("\"", "");

    assertThat(messages(withEnvironment(line)))
        .singleElement()
        .asString()
        .contains("(value withheld)", "allinone host secrets set")
        .doesNotContain(value)
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TOKEN_TTL: 3600",
        "PASSWORD_MIN_LENGTH: 12",
        "PASSWORD_FILE: /run/secrets/database",
        "SECRET_NAME: database",
        "PUBLIC_KEY: abc",
        "CACHE_KEY_PREFIX: harena",
        "MAX_TOKENS: 512",
        "DATABASE_PASSWORD: \"\"",
        "REQUIRE_TOKEN: true",
        "HOMEPAGE: https://example.org:8443/path@2",
        "DATABASE_URL: postgres://harena:${DATABASE_PASSWORD}@postgres/harena",
        "GIT_COMMIT: 0123456789abcdef0123456789abcdef01234567",
        "MONKEY: banana"
      })
  void acceptsWhatOnlySoundsLikeASecret(String line) {
    assertThat(messages(withEnvironment(line))).isEmpty();
  }

  @Test
  void findsSecretsUnderKeysThatABlueprintDoesNotHave() {
    assertThat(
            messages(minimal() + "database:\n  login:\n    password: [hunter2, {old: hunter3}]\n"))
        .hasSize(2)
        .anyMatch(message -> message.startsWith("unknown key: \"database\""))
        .anyMatch(message -> message.startsWith("database.login.password holds a secret value"))
        .noneMatch(message -> message.contains("hunter"));
  }

  @Test
  void withholdsWhatStandsWhereANameOfASecretBelongs() {
    assertThat(
            messages(
                minimalWith("  backup:", "  backend: {secrets: [API_KEY, hunter2]}\n  backup:")))
        .singleElement()
        .asString()
        .startsWith("services.backend.secrets[2] is not valid: (value withheld)")
        .doesNotContain("hunter2");
  }

  @Test
  void withholdsASecretThatStandsInPlaceOfAnotherValue() {
    assertThat(messages(minimalWith("name: harena", "name: AKIAIOSFODNN7EXAMPLE")))
        .hasSize(2)
        .noneMatch(message -> message.contains("AKIA"));
  }

  @Test
  void withholdsASecretThatIsUsedAsAKey() {
    assertThat(messages(minimal() + "AKIAIOSFODNN7EXAMPLE: x\nAKIAIOSFODNN7EXAMPLE: y\n"))
        .isNotEmpty()
        .noneMatch(message -> message.contains("AKIA"));
  }

  @Test
  void findsSecretsInComments() {
    assertThat(messages(minimal() + "# was https://a:hunter2@example.org\n"))
        .singleElement()
        .asString()
        .startsWith("a comment holds a secret value: (value withheld)");
  }

  @Test
  void repeatsNoLineOfATextThatIsNotYaml() {
    assertThat(messages("database:\n  password: hunter2: hunter3\n"))
        .singleElement()
        .asString()
        .startsWith("not YAML")
        .doesNotContain("hunter");
  }

  private static String withEnvironment(String line) {
    return minimalWith("  backup:", "  backend:\n    environment:\n      " + line + "\n  backup:");
  }
}
