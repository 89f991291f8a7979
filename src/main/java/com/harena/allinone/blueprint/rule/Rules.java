package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.binding.Draft;
import java.util.List;

/** All rules. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new BackendHasOneSource(),
          new BackupInOpenHours(),
          new CertificateFitsDomain(),
          new ContainersHaveTheArchitecture(),
          new DeploymentNameFits(),
          new DiskInWholeGibibytes(),
          new ElasticsearchFitsItsLimit(),
          new HoursAreInOrder(),
          new MachineImageHasTheArchitecture(),
          new MemoryFitsTheMachine(),
          new SecretsStandOnce(),
          new SpotCanBeStopped(),
          new TagsAreAllowed(),
          new ZoneIsInTheRegion());

  private Rules() {}

  /** Checks each of them. */
  public static void check(Draft draft, Faults faults) {
    ALL.forEach(rule -> rule.check(draft, faults));
  }
}
