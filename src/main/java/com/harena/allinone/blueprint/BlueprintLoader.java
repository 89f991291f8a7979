package com.harena.allinone.blueprint;

import com.harena.allinone.blueprint.binding.Binder;
import com.harena.allinone.blueprint.binding.Draft;
import com.harena.allinone.blueprint.rule.Rules;
import com.harena.allinone.blueprint.secret.SecretScan;
import com.harena.allinone.blueprint.yaml.SourceText;
import com.harena.allinone.blueprint.yaml.YamlNode;
import com.harena.allinone.blueprint.yaml.YamlReader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a blueprint and reports everything that is wrong with it in one go.
 *
 * <p>A text that is not YAML is reported alone, because what it means is unknown; otherwise values
 * of a wrong form, unknown keys and impossible combinations are reported together.
 */
public final class BlueprintLoader {
  private BlueprintLoader() {}

  /**
   * Reads the file.
   *
   * @throws FaultyBlueprintException with every fault, each at its line and column
   */
  public static Blueprint load(Path file) {
    return locate(file).blueprint();
  }

  /**
   * Reads the file and keeps the places of its keys.
   *
   * @throws FaultyBlueprintException with every fault, each at its line and column
   */
  public static LocatedBlueprint locate(Path file) {
    Faults faults = new Faults(file.toString());
    Optional<String> text = SourceText.read(file, faults);
    faults.throwIfAny();
    return located(file.toString(), text.orElseThrow(), faults);
  }

  /**
   * Reads a text.
   *
   * @param name what messages call it
   * @param text the YAML
   * @throws FaultyBlueprintException with every fault, each at its line and column
   */
  public static Blueprint parse(String name, String text) {
    Faults faults = new Faults(name);
    SourceText.check(text, faults);
    faults.throwIfAny();
    return located(name, text, faults).blueprint();
  }

  /**
   * Reads a text that has no file.
   *
   * @throws FaultyBlueprintException with every fault, each at its line and column
   */
  public static Blueprint parse(String text) {
    return parse("blueprint", text);
  }

  private static LocatedBlueprint located(String source, String text, Faults faults) {
    Optional<YamlNode> tree = YamlReader.read(text, faults);
    if (tree.isEmpty() && faults.isEmpty()) {
      faults.add(
          faults
              .at(Position.START)
              .problem("holds no blueprint")
              .allowed("the keys of a blueprint")
              .mend("begin with a copy of stacks/harena.yaml"));
    }
    if (tree.isEmpty()) {
      faults.throwIfAny();
    }
    SecretScan secrets = SecretScan.of(tree.orElseThrow(), text, faults);
    Draft draft = Binder.bind(tree.orElseThrow(), faults, secrets);
    Rules.check(draft, faults);
    faults.throwIfAny();
    return new LocatedBlueprint(source, draft.whole(Blueprint.class).orElseThrow(), draft);
  }
}
