package com.harena.allinone.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

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
}
