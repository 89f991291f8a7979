package com.harena.allinone.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BlueprintLoaderTest {
  @Test
  void readsTheBlueprintOfTheProject() {
    Blueprint blueprint =
        BlueprintLoader.load(
            Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml"));

    assertThat(blueprint.deployment()).isEqualTo("harena-production");
    assertThat(blueprint.disk().size()).isEqualTo(Size.ofGibibytes(40));
  }

  @Test
  void namesTheNearestKey() {
    assertThatThrownBy(() -> BlueprintLoader.parse("b.yaml", "name: harena\nregoin: eu-west-1\n"))
        .isInstanceOf(FaultyBlueprintException.class)
        .hasMessageContaining("b.yaml:2:1: unknown key: \"regoin\"; allowed: name, ")
        .hasMessageContaining("did you mean `region`");
  }
}
