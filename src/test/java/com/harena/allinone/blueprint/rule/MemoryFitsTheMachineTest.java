package com.harena.allinone.blueprint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.binding.Binder;
import com.harena.allinone.blueprint.binding.Draft;
import com.harena.allinone.blueprint.memory.MemoryBudget;
import com.harena.allinone.blueprint.secret.SecretScan;
import com.harena.allinone.blueprint.yaml.YamlNode;
import com.harena.allinone.blueprint.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryFitsTheMachineTest {
  @ParameterizedTest
  @ValueSource(strings = {"minimal.yaml", "full.yaml"})
  void countsTheSameSharesAsTheBudgetOfTheBlueprint(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("allinone.checkout"), "src/test/resources/blueprints", name);
    Blueprint blueprint = BlueprintLoader.load(file);

    assertThat(MemoryFitsTheMachine.shares(draft(Files.readString(file))))
        .contains(MemoryBudget.of(blueprint).shares());
  }

  private static Draft draft(String text) {
    Faults faults = new Faults("test");
    YamlNode tree = YamlReader.read(text, faults).orElseThrow();
    return Binder.bind(tree, faults, SecretScan.of(tree, text, faults));
  }
}
