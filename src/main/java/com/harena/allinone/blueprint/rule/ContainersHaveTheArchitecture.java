package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Architecture;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.ImageReference;
import com.harena.allinone.blueprint.MachineType;
import com.harena.allinone.blueprint.binding.Draft;
import java.util.List;
import java.util.Optional;

/** Refuses container images that are known not to exist for the machine's processor. */
final class ContainersHaveTheArchitecture implements Rule {
  private static final List<String> IMAGES =
      List.of(
          "services.postgres.image",
          "services.redis.image",
          "services.elasticsearch.image",
          "services.backend.image");

  @Override
  public void check(Draft draft, Faults faults) {
    Optional<Architecture> machine =
        draft.value("machine.type", MachineType.class).map(MachineType::architecture);
    if (machine.isEmpty()) {
      return;
    }
    for (String key : IMAGES) {
      draft
          .value(key, ImageReference.class)
          .flatMap(image -> ImageArchitectures.whyNot(image, machine.get()))
          .ifPresent(
              reason ->
                  faults.add(
                      faults
                          .at(draft.position(key))
                          .key(key)
                          .problem(
                              "does not exist for %s, the processor of machine.type"
                                  .formatted(ImageArchitectures.word(machine.get())))
                          .given(draft.value(key, ImageReference.class).orElseThrow().value())
                          .allowed("an image for " + ImageArchitectures.word(machine.get()))
                          .mend(reason)));
    }
  }
}
