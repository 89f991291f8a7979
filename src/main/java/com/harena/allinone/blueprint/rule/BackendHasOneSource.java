package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.ArchiveName;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.binding.Draft;

/** The backend comes from a registry or from an archive, not from both. */
final class BackendHasOneSource implements Rule {
  private static final String IMAGE = "services.backend.image";
  private static final String ARCHIVE = "services.backend.archive";

  @Override
  public void check(Draft draft, Faults faults) {
    if (draft.isGiven(IMAGE) && draft.isGiven(ARCHIVE)) {
      faults.add(
          faults
              .at(draft.position(ARCHIVE))
              .key(ARCHIVE)
              .problem("stands beside an image, on line " + draft.position(IMAGE).line())
              .given(draft.value(ARCHIVE, ArchiveName.class).map(ArchiveName::value).orElse(""))
              .allowed("an image of a registry, or an archive, or neither until the first release")
              .mend("remove one of the two"));
    }
  }
}
