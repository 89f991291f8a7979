package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Size;
import com.harena.allinone.blueprint.binding.Draft;

/** EBS volumes come in whole GiB. */
final class DiskInWholeGibibytes implements Rule {
  private static final String SIZE = "disk.size";

  @Override
  public void check(Draft draft, Faults faults) {
    draft
        .value(SIZE, Size.class)
        .filter(size -> size.mebibytes() % 1024 != 0)
        .ifPresent(
            size ->
                faults.add(
                    faults
                        .at(draft.position(SIZE))
                        .key(SIZE)
                        .problem("is not a whole number of GiB")
                        .given(size.toString())
                        .allowed("whole GiB, as EBS sells them")
                        .mend("did you mean `%d GiB`".formatted(size.gibibytes() + 1))));
  }
}
