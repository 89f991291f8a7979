package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Region;
import com.harena.allinone.blueprint.Zone;
import com.harena.allinone.blueprint.binding.Draft;
import java.util.Optional;

/** The name of an availability zone is its region's with one letter more. */
final class ZoneIsInTheRegion implements Rule {
  private static final String ZONE = "zone";

  @Override
  public void check(Draft draft, Faults faults) {
    Optional<Region> region = draft.value("region", Region.class);
    Optional<Zone> zone = draft.value(ZONE, Zone.class);
    if (region.isEmpty() || zone.isEmpty()) {
      return;
    }
    String name = zone.get().value();
    if (!name.substring(0, name.length() - 1).equals(region.get().value())) {
      faults.add(
          faults
              .at(draft.position(ZONE))
              .key(ZONE)
              .problem("is not in the region")
              .given(name)
              .allowed("a zone of " + region.get())
              .mend("did you mean `%s%s`".formatted(region.get(), name.charAt(name.length() - 1))));
    }
  }
}
