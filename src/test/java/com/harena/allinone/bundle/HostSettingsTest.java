package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.blueprint.BlueprintLoader;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class HostSettingsTest {
  private final HostSettings settings =
      HostSettings.of(BlueprintLoader.load(UserDataTest.BLUEPRINT));

  @Test
  void survivesItsOwnJson() {
    assertThat(HostSettings.read(settings.json())).isEqualTo(settings);
  }

  @Test
  void refusesAKeyTooManyAndAKeyTooFew() {
    assertThatThrownBy(
            () -> HostSettings.read(settings.json().replace("{\n", "{\n  \"swap\": 1,\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host.json")
        .hasMessageContaining("\"swap\"");
    assertThatThrownBy(
            () -> HostSettings.read(settings.json().replaceAll("(?m)^ +\"swapMeb.*\n", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("swapMebibytes");
  }

  @Test
  void waitsForTheStoresOnlyUntilABackendIsNamed() throws IOException {
    HostSettings released =
        HostSettings.of(
            BlueprintLoader.parse(
                Files.readString(UserDataTest.BLUEPRINT)
                    .replace("    port: 8001", "    archive: backend-1.tar.gz\n    port: 8001")));

    assertThat(settings.backendReleased()).isFalse();
    assertThat(settings.archives()).isEmpty();
    assertThat(released.backendReleased()).isTrue();
    assertThat(released.archives()).containsExactly("backend-1.tar.gz");
  }

  @Test
  void namesEachSecretOfTheServicesOnce() {
    assertThat(settings.secrets()).containsExactly("DATABASE_PASSWORD", "REDIS_PASSWORD");
  }
}
