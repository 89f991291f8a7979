package com.harena.allinone.blueprint;

import java.util.List;

/**
 * The data volume as it was deployed or reviewed last: what a blueprint can no longer change.
 *
 * <p>A blueprint that adopts a volume by its id is free in both: the volume made before is
 * retained.
 *
 * @param size its size
 * @param zone its availability zone
 */
public record DeployedVolume(Size size, Zone zone) {
  /** The faults of a blueprint that wants this volume smaller or elsewhere; none when it fits. */
  public List<Fault> faults(LocatedBlueprint next) {
    Faults faults = new Faults(next.source());
    Blueprint blueprint = next.blueprint();
    if (blueprint.disk().volume().isPresent()) {
      return List.of();
    }
    if (blueprint.disk().size().compareTo(size) < 0) {
      faults.add(
          faults
              .at(next.position("disk.size"))
              .key("disk.size")
              .problem("is smaller than the volume that exists, and a volume cannot shrink")
              .given(blueprint.disk().size().toString())
              .allowed("at least " + size)
              .mend(
                  "write %s; for a smaller disk deploy under another environment and move the data"
                      .formatted(size)));
    }
    if (!blueprint.zone().equals(zone)) {
      faults.add(
          faults
              .at(next.position("zone"))
              .key("zone")
              .problem("is not the zone of the volume that exists, and a volume cannot move")
              .given(blueprint.zone().toString())
              .allowed(zone.toString())
              .mend(
                  "write %s; to change zones copy the volume through a snapshot and adopt the copy"
                          .formatted(zone)
                      + " with disk.volume"));
    }
    return faults.inOrder();
  }
}
