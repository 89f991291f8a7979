package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Architecture;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.MachineImage;
import com.harena.allinone.blueprint.MachineType;
import com.harena.allinone.blueprint.binding.Draft;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a public image parameter says for which processor it is. */
final class MachineImageHasTheArchitecture implements Rule {
  private static final String TYPE = "machine.type";
  private static final String IMAGE = "machine.image";
  private static final Pattern ARM = Pattern.compile(".*(arm64|aarch64).*");
  private static final Pattern X86 = Pattern.compile(".*(x86_64|amd64).*");

  @Override
  public void check(Draft draft, Faults faults) {
    Optional<MachineType> type = draft.value(TYPE, MachineType.class);
    Optional<MachineImage> image = draft.value(IMAGE, MachineImage.class);
    Optional<Architecture> built = image.flatMap(MachineImageHasTheArchitecture::architecture);
    if (type.isEmpty() || built.isEmpty() || built.get() == type.get().architecture()) {
      return;
    }
    String wanted = ImageArchitectures.word(type.get().architecture());
    String key = draft.isGiven(IMAGE) ? IMAGE : TYPE;
    faults.add(
        faults
            .at(draft.position(key))
            .key(key)
            .problem("does not fit: the machine image and the machine type differ in processor")
            .given(key.equals(IMAGE) ? image.get().value() : type.get().awsName())
            .allowed("an image for %s with %s".formatted(wanted, type.get().awsName()))
            .mend(
                "write image: "
                    + image.get().value().replaceAll("arm64|aarch64|x86_64|amd64", wanted)));
  }

  private static Optional<Architecture> architecture(MachineImage image) {
    if (ARM.matcher(image.value()).matches()) {
      return Optional.of(Architecture.ARM64);
    }
    return X86.matcher(image.value()).matches()
        ? Optional.of(Architecture.X86_64)
        : Optional.empty();
  }
}
