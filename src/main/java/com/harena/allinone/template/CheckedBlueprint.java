package com.harena.allinone.template;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.blueprint.DeployedVolume;
import com.harena.allinone.blueprint.Fault;
import com.harena.allinone.blueprint.FaultyBlueprintException;
import com.harena.allinone.blueprint.LocatedBlueprint;
import com.harena.allinone.blueprint.Placeholders;
import com.harena.allinone.blueprint.Size;
import com.harena.allinone.blueprint.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A blueprint without faults, also none against the template reviewed before.
 *
 * @param file where it was read
 * @param located the blueprint with the places of its keys
 * @param reviewed the reviewed template beside it, {@code harena.template.json} for {@code
 *     harena.yaml}
 */
public record CheckedBlueprint(Path file, LocatedBlueprint located, ReviewedTemplate reviewed) {
  /**
   * Reads a blueprint.
   *
   * @throws FaultyBlueprintException with every fault
   * @throws IOException when the reviewed template cannot be read
   */
  public static CheckedBlueprint read(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("[.]ya?ml$", "");
    ReviewedTemplate reviewed = new ReviewedTemplate(file.resolveSibling(name + ".template.json"));
    LocatedBlueprint located = BlueprintLoader.locate(file);
    Optional<DeployedVolume> before =
        reviewed.template().flatMap(Template::dataVolume).flatMap(CheckedBlueprint::deployed);
    List<Fault> faults = before.map(volume -> volume.faults(located)).orElse(List.of());
    if (!faults.isEmpty()) {
      throw new FaultyBlueprintException(file.toString(), faults);
    }
    return new CheckedBlueprint(file, located, reviewed);
  }

  /** The blueprint. */
  public Blueprint blueprint() {
    return located.blueprint();
  }

  /** Its placeholders as faults: a deployment refuses them. */
  public List<Fault> placeholders() {
    return Placeholders.faults(located);
  }

  private static Optional<DeployedVolume> deployed(DataVolume volume) {
    return volume
        .gibibytes()
        .flatMap(
            size ->
                volume
                    .zone()
                    .map(zone -> new DeployedVolume(Size.ofGibibytes(size), new Zone(zone))));
  }
}
