package com.harena.allinone.blueprint.binding;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.shape.KeyShape;
import com.harena.allinone.blueprint.shape.ListShape;
import com.harena.allinone.blueprint.shape.MapShape;
import com.harena.allinone.blueprint.shape.ScalarForm;
import com.harena.allinone.blueprint.yaml.YamlMapping;
import com.harena.allinone.blueprint.yaml.YamlNode;
import com.harena.allinone.blueprint.yaml.YamlReader;
import com.harena.allinone.blueprint.yaml.YamlScalar;
import com.harena.allinone.blueprint.yaml.YamlSequence;
import java.util.List;
import java.util.Map;

/** Reads defaults, which are stated as they would stand in the file. */
final class Defaults {
  private Defaults() {}

  static Object of(KeyShape key) {
    String text = key.setting().defaultValue();
    YamlNode node = YamlReader.read(text, new Faults("default of " + key.name())).orElseThrow();
    if (key.shape() instanceof ScalarForm form && node instanceof YamlScalar scalar) {
      return form.read(scalar.text()).orElseThrow();
    }
    if (key.shape() instanceof ListShape list && node instanceof YamlSequence sequence) {
      return sequence.elements().stream()
          .map(element -> list.element().read(((YamlScalar) element).text()).orElseThrow())
          .toList();
    }
    if (key.shape() instanceof MapShape
        && node instanceof YamlMapping mapping
        && mapping.entries().isEmpty()) {
      return Map.of();
    }
    throw new IllegalStateException("%s has the default %s".formatted(key.name(), List.of(text)));
  }
}
