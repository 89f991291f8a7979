package com.harena.allinone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterNamesTest {
  private final ParameterNames names = new ParameterNames("/allinone/harena-production");

  @Test
  void everyNameLiesUnderTheDeploymentsPath() {
    assertThat(names.owner()).isEqualTo("/allinone/harena-production/owner");
    assertThat(names.bundle()).isEqualTo("/allinone/harena-production/bundle");
    assertThat(names.ready()).isEqualTo("/allinone/harena-production/ready");
    assertThat(names.secret("DATABASE_PASSWORD"))
        .isEqualTo("/allinone/harena-production/secrets/DATABASE_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "allinone", "/allinone/", "/all one", "//allinone"})
  void refusesWhatIsNoPath(String path) {
    assertThatThrownBy(() -> new ParameterNames(path))
        .hasMessageContaining("'" + path + "'")
        .hasMessageContaining("such as /allinone/harena-production");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../owner", "database_password", "A/B", "*"})
  void refusesASecretNameThatCouldLeaveTheSecretsPath(String name) {
    assertThatThrownBy(() -> names.secret(name)).hasMessageContaining("DATABASE_PASSWORD");
  }
}
