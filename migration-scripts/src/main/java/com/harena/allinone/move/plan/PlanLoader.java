package com.harena.allinone.move.plan;

import com.harena.allinone.blueprint.Document;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.FaultyBlueprintException;
import com.harena.allinone.blueprint.Position;
import com.harena.allinone.blueprint.binding.Binder;
import com.harena.allinone.blueprint.binding.Draft;
import com.harena.allinone.blueprint.secret.SecretScan;
import com.harena.allinone.blueprint.shape.Shapes;
import com.harena.allinone.blueprint.yaml.SourceText;
import com.harena.allinone.blueprint.yaml.YamlNode;
import com.harena.allinone.blueprint.yaml.YamlReader;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a plan and reports everything that is wrong with it in one go, as of a blueprint. */
public final class PlanLoader {
  private static final Document PLAN = new Document("plan", "stacks/harena.move.yaml", true);

  private PlanLoader() {}

  /**
   * Reads the file.
   *
   * @throws FaultyBlueprintException with every fault, each at its line and column
   */
  public static MovePlan load(Path file) {
    Faults faults = new Faults(file.toString(), PLAN);
    Optional<String> text = SourceText.read(file, faults);
    faults.throwIfAny();
    Optional<YamlNode> tree = YamlReader.read(text.orElseThrow(), faults);
    if (tree.isEmpty() && faults.isEmpty()) {
      faults.add(
          faults
              .at(Position.START)
              .problem("holds no plan")
              .allowed("the keys of a plan")
              .mend("begin with a copy of " + PLAN.example()));
    }
    if (tree.isEmpty()) {
      faults.throwIfAny();
    }
    SecretScan secrets = SecretScan.of(tree.orElseThrow(), text.orElseThrow(), faults);
    Draft draft = Binder.bind(Shapes.of(PlanFile.class), tree.orElseThrow(), faults, secrets);
    new PlanRules(draft, faults).check();
    faults.throwIfAny();
    return new MovePlan(file, draft.whole(PlanFile.class).orElseThrow());
  }
}
