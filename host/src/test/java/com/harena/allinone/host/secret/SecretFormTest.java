package com.harena.allinone.host.secret;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.secret.SecretValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFormTest {
  @ParameterizedTest
  @MethodSource("refused")
  void refusesAndSaysWhyWithoutTheValue(String name, String value, String problem) {
    assertThatThrownBy(() -> SecretForm.require(name, SecretValue.of(value)))
        .isInstanceOf(SecretRefused.class)
        .hasMessageContainingAll(name, problem, "give", "nothing was written")
        .hasMessageNotContaining("hunter");
  }

  static Object[][] refused() {
    return new Object[][] {
      {"API_KEY", "", "empty"},
      {"API_KEY", "hunter\0two", "NUL"},
      {"API_KEY", "hunter\ntwo", "line break"},
      {"API_KEY", "hunter\rtwo", "line break"},
      {"API_KEY", "{{hunter}}", "'{{'"},
      {"API_KEY", "h".repeat(4097), "4096 bytes"},
      {"API_KEY", "é".repeat(2049), "4096 bytes"},
      {"REDIS_PASSWORD", "hunter\"2", "Redis"},
      {"REDIS_PASSWORD", "hunter\\2", "Redis"},
      {"ORIGIN_SECRET", "hunter\"2", "proxy"},
      {"ORIGIN_SECRET", "hunter\\2", "proxy"},
      {"ORIGIN_SECRET", "hunter$2", "proxy"},
      {"ORIGIN_SECRET", "hunter 2", "proxy"},
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", " ", "\"quoted\\'$HOME\" # no comment", "pässwörd", "{a}"})
  void takesWhateverTheServiceTakes(String value) {
    assertThatCode(() -> SecretForm.require("DATABASE_PASSWORD", SecretValue.of(value)))
        .doesNotThrowAnyException();
  }

  @Test
  void takesTheLongestAndWhatIsMadeAtRandom() {
    assertThatCode(
            () -> {
              SecretForm.require("API_KEY", SecretValue.of("é".repeat(2048)));
              SecretValue made = SecretValue.generate(new java.security.SecureRandom());
              SecretForm.require("REDIS_PASSWORD", made);
              SecretForm.require("ORIGIN_SECRET", made);
            })
        .doesNotThrowAnyException();
  }
}
