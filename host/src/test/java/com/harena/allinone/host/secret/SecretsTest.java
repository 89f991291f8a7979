package com.harena.allinone.host.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.cloud.MemoryCloud;
import com.harena.allinone.host.cloud.MemoryParameters;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.secret.SecretValue;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final String PATH = "/allinone/harena-production";

  private final MemoryCloud cloud = new MemoryCloud(new VirtualTime(), () -> Duration.ZERO);
  private final List<String> journal = new ArrayList<>();

  @Test
  void makesWhatOnlyOurContainersShareAndKeepsIt() {
    Map<String, SecretValue> first = read("DATABASE_PASSWORD", "REDIS_PASSWORD");
    Map<String, SecretValue> second = read("DATABASE_PASSWORD", "REDIS_PASSWORD");

    assertThat(second).isEqualTo(first);
    assertThat(first.get("DATABASE_PASSWORD")).isNotEqualTo(first.get("REDIS_PASSWORD"));
    assertThat(journal)
        .containsExactly("secrets: made DATABASE_PASSWORD", "secrets: made REDIS_PASSWORD");
  }

  @Test
  void neverWritesOverWhatAnOperatorSet() {
    cloud.secret(PATH + "/secrets/DATABASE_PASSWORD", "chosen");

    assertThat(read("DATABASE_PASSWORD").get("DATABASE_PASSWORD").reveal()).isEqualTo("chosen");
  }

  @Test
  void takesTheOtherOneWhenAnotherMachineMadeItMeanwhile() {
    boolean[] once = {false};
    Runnable between =
        () -> {
          if (once[0]) {
            cloud.secret(PATH + "/secrets/DATABASE_PASSWORD", "of the other");
          }
          once[0] = true;
        };

    Map<String, SecretValue> values = read(between, "DATABASE_PASSWORD");

    assertThat(values.get("DATABASE_PASSWORD").reveal()).isEqualTo("of the other");
    assertThat(journal).isEmpty();
  }

  @Test
  void namesEverySecretThatOnlyAnOperatorKnows() {
    assertThatThrownBy(() -> read("MAIL_KEY", "DATABASE_PASSWORD", "API_KEY"))
        .isInstanceOf(SecretsMissing.class)
        .hasMessageContaining("[MAIL_KEY, API_KEY] are missing under " + PATH + "/secrets")
        .hasMessageContaining("secrets set NAME");
  }

  @Test
  void aSecretIsNeverShown() {
    SecretValue secret = SecretValue.of("s3cr3t");

    assertThat(secret.toString()).isEqualTo("(secret)");
    assertThat(String.valueOf(List.of(secret))).doesNotContain("s3cr3t");
  }

  @Test
  void aMadeSecretHas256BitsAndIsSafeInAnAddress() {
    SecretValue secret = SecretValue.generate(new SecureRandom());

    assertThat(secret.reveal()).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(secret).isNotEqualTo(SecretValue.generate(new SecureRandom()));
  }

  private Map<String, SecretValue> read(String... names) {
    return read(() -> {}, names);
  }

  private Map<String, SecretValue> read(Runnable gate, String... names) {
    return new Secrets(
            new ParameterNames(PATH),
            new MemoryParameters(cloud, gate),
            new SecureRandom(),
            journal::add)
        .read(List.of(names));
  }
}
